package io.polygator.http;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of {@code GET /v1/dead-letters}.
 *
 * @param after only those with a greater number
 * @param limit 1 to 1000
 */
public record DeadLetterRequest(Optional<String> subscription, Optional<Long> after, OptionalInt limit) {
    private static final int HIGHEST_LIMIT = 1000;
    private static final int LONGEST_NAME = 128;

    public static DeadLetterRequest read(@Nullable String query) throws ProblemException {
        QueryFields fields = QueryFields.read(query, Set.of("subscription", "after", "limit"));
        return new DeadLetterRequest(
                fields.text("subscription", LONGEST_NAME),
                fields.longNumber("after"),
                fields.number("limit", 1, HIGHEST_LIMIT));
    }
}
