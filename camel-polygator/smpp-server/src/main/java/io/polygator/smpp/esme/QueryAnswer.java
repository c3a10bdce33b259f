package io.polygator.smpp.esme;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of a message.
 *
 * @param finalDate when it came to its end, nothing before that
 * @param errorCode of the network, 0 to 255, 0 for none
 */
public record QueryAnswer(Optional<Instant> finalDate, ReceiptState state, int errorCode) {
    public QueryAnswer {
        if (errorCode < 0 || errorCode > 255) {
            throw new IllegalArgumentException("error_code must be 0..255, was " + errorCode);
        }
    }
}
