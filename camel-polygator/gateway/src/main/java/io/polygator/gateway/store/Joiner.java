package io.polygator.gateway.store;

import java.util.List;

/** Decides what becomes of the segments of one group. A pure function, called inside the store's transaction. */
@FunctionalInterface
public interface Joiner {
    /**
     * Decides.
     *
     * @param waiting every segment of the group, oldest first
     */
    Joined join(List<InboundSegment> waiting);
}
