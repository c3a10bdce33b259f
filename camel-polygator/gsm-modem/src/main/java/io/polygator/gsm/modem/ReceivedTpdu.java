package io.polygator.gsm.modem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.Tpdu;
import java.time.Instant;
import java.util.Optional;

/**
 * What the modem got from the network: SMS-DELIVER or SMS-STATUS-REPORT, or a line that is none.
 *
 * @param raw the line as it came
 * @param frame the line taken apart, when that is possible
 * @param tpdu what it says, when it can be decoded
 * @param defect why it cannot be decoded; empty when it can
 * @param imsi the SIM it came to, when known
 * @param at when it was read
 */
public record ReceivedTpdu(
        String raw,
        Optional<PduModeFrame> frame,
        Optional<Tpdu> tpdu,
        String defect,
        Optional<String> imsi,
        Instant at) {}
