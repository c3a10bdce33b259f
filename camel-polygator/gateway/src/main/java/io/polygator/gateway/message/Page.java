package io.polygator.gateway.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some of a long list.
 *
 * @param items may be fewer than were asked for, even none, though more follow: one page looks at a bounded number of
 *     rows, however few of them fit
 * @param next where the next page begins; empty when this is the last
 */
public record Page<T>(List<T> items, Optional<PageMark> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
