package io.polygator.gateway.message;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A message from the phone network of which not a modem but another program gives notice, such as the script that the
 * firmware of a gateway runs.
 *
 * @param key by which the same notice is recognised when it is given again; empty when it cannot be
 * @param channel the channel it came in on, unless one of ours has its SIM
 * @param imsi of the SIM, when known
 * @param from the sender as the notice has it
 * @param to the own number of the SIM, when known
 * @param text as the notice has it: what its charset lacks is lost
 * @param sentAt when it was sent or received, as the notice says
 */
public record InboundNotice(
        Optional<String> key,
        String channel,
        Optional<String> imsi,
        String from,
        Optional<String> to,
        String text,
        Optional<OffsetDateTime> sentAt) {

    /** Without the text, the sender masked: fit for a log. */
    @Override
    public String toString() {
        return "InboundNotice[" + channel + " from " + Masked.number(from) + ", " + Masked.text(text) + "]";
    }
}
