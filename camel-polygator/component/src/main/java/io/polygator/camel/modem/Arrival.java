package io.polygator.camel.modem;

import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import java.time.Instant;

/**
 * One short message or status report for the storage of a modem.
 *
 * @param key what it is the item of: the same event makes the same keys
 * @param at when it reached the gateway
 */
record Arrival(String key, MailboxItem.Kind kind, PduModeFrame frame, Instant at) {
    MailboxItem item() {
        return new MailboxItem(key, kind, frame.format(), at);
    }
}
