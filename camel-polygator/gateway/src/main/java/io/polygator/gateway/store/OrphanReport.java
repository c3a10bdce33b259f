package io.polygator.gateway.store;

import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import java.time.Instant;
import java.util.Optional;

/**
 * A status report that fits no segment, or none yet: it may overtake the answer to its own message.
 *
 * @param number given by the store; 0 before
 */
public record OrphanReport(
        long number, String channel, Optional<String> imsi, SmsStatusReport report, Instant receivedAt) {

    OrphanReport numbered(long given) {
        return new OrphanReport(given, channel, imsi, report, receivedAt);
    }
}
