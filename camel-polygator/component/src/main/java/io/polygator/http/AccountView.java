package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /v1/account}: who asks, what it may do, and what it has used.
 *
 * @param scopes in the order of the alphabet
 * @param usage absent for the one user, whose segments nobody counts
 * @param limits absent for the one user, whom nothing limits
 */
@JsonInclude(Include.NON_NULL)
public record AccountView(String name, List<String> scopes, @Nullable Usage usage, @Nullable Limits limits) {

    /** Segments submitted since the day and the month began. */
    public record Usage(long segmentsToday, long segmentsThisMonth) {}

    /**
     * What is absent is not limited.
     *
     * @param rate segments per second
     * @param burst segments at once after a pause
     */
    @JsonInclude(Include.NON_NULL)
    public record Limits(
            @Nullable Double rate,
            @Nullable Integer burst,
            @Nullable Long segmentsPerDay,
            @Nullable Long segmentsPerMonth) {}
}
