package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The state of a message from the states of its segments: the worst one, once none is on its way out. */
final class SegmentStates {
    private static final List<MessageState> WORST_FIRST = List.of(
            MessageState.FAILED,
            MessageState.EXPIRED,
            MessageState.CANCELLED,
            MessageState.UNCONFIRMED,
            MessageState.ACCEPTED);

    private SegmentStates() {}

    static MessageState together(List<StoredSegment> segments) {
        Set<MessageState> states = EnumSet.noneOf(MessageState.class);
        segments.forEach(segment -> states.add(segment.state()));
        if (states.contains(MessageState.SENDING)) {
            return MessageState.SENDING;
        }
        if (states.contains(MessageState.QUEUED)) {
            return states.size() == 1 ? MessageState.QUEUED : MessageState.SENDING;
        }
        return WORST_FIRST.stream().filter(states::contains).findFirst().orElse(MessageState.DELIVERED);
    }
}
