package io.polygator.smpp.esme;

import io.polygator.gsm.octets.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * replace_sm: a pending message gets another text. Prints without it.
 *
 * @param source must match that of the message
 * @param scheduledAt nothing leaves it as it was
 * @param validity nothing leaves it as it was
 * @param text the new text if the message has data_coding 0 (replace_sm itself has no data_coding)
 * @param octets the new text as it came, for a message of another data_coding
 */
public record ReplaceRequest(
        String messageId,
        EsmeAddress source,
        Optional<Instant> scheduledAt,
        Optional<Duration> validity,
        ReceiptWishes receipts,
        String text,
        Octets octets) {

    @Override
    public String toString() {
        return "ReplaceRequest[" + messageId + ", " + octets.length() + " octets]";
    }
}
