package io.polygator.gateway.quota;

import java.util.OptionalLong;

/**
 * How many segments an account may submit. Days and months are those of the calendar. A segment counts when its message
 * is accepted, whatever becomes of it.
 *
 * @param daily in a day, at least 1; empty for no limit
 * @param monthly in a month, at least 1; empty for no limit
 */
public record SegmentBudget(OptionalLong daily, OptionalLong monthly) {
    private static final SegmentBudget UNLIMITED = new SegmentBudget(OptionalLong.empty(), OptionalLong.empty());

    public SegmentBudget {
        require("daily", daily);
        require("monthly", monthly);
    }

    /** No limit at all. */
    public static SegmentBudget unlimited() {
        return UNLIMITED;
    }

    /** Whether there is any limit. */
    public boolean limits() {
        return daily.isPresent() || monthly.isPresent();
    }

    private static void require(String name, OptionalLong limit) {
        if (limit.isPresent() && limit.getAsLong() < 1) {
            throw new IllegalArgumentException(
                    name + " must be at least 1, was " + limit.getAsLong() + "; leave it out for no limit");
        }
    }
}
