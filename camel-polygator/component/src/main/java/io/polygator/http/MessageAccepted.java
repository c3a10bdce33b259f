package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one recipient of {@code POST /v1/messages}: an id, or a problem.
 *
 * @param to the recipient as written, when the request named several
 * @param encoding gsm7, octets or ucs2
 * @param expectedAt when it will leave, as things are; absent when that cannot be told
 */
@JsonInclude(Include.NON_NULL)
public record MessageAccepted(
        @Nullable String to,
        @Nullable String id,
        @Nullable Integer segments,
        @Nullable String encoding,
        @Nullable String expectedAt,
        @Nullable Problem problem) {

    public static MessageAccepted of(
            String to, String id, int segments, String encoding, Optional<Instant> expectedAt) {
        return new MessageAccepted(
                to, id, segments, encoding, expectedAt.map(Instant::toString).orElse(null), null);
    }

    public static MessageAccepted refused(String to, Problem problem) {
        return new MessageAccepted(to, null, null, null, null, problem);
    }

    /** The same without the recipient: the answer to a request that named one. */
    public MessageAccepted single() {
        return new MessageAccepted(null, id, segments, encoding, expectedAt, problem);
    }
}
