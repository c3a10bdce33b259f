package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageState;
import java.time.Instant;
import java.util.Optional;

/** A segment in the making: a copy whose times are cleared, since they belong to the state that is left. */
final class SegmentDraft {
    private final StoredSegment origin;
    private MessageState state;
    private Optional<Instant> dueAt = Optional.empty();
    private Optional<Instant> actBy = Optional.empty();
    private int attempts;
    private int setbacks;
    private boolean possibleDuplicate;
    private Optional<Placement> placement;
    private Optional<ReportSeen> report;
    private Optional<Instant> settledAt;
    private Optional<String> error;

    SegmentDraft(StoredSegment origin) {
        this.origin = origin;
        state = origin.state();
        attempts = origin.attempts();
        setbacks = origin.setbacks();
        possibleDuplicate = origin.possibleDuplicate();
        placement = origin.placement();
        report = origin.report();
        settledAt = origin.settledAt();
        error = origin.error();
    }

    SegmentDraft keepTimes() {
        dueAt = origin.dueAt();
        actBy = origin.actBy();
        return this;
    }

    SegmentDraft state(MessageState value) {
        state = value;
        return this;
    }

    SegmentDraft dueAt(Instant value) {
        dueAt = Optional.of(value);
        return this;
    }

    SegmentDraft actBy(Optional<Instant> value) {
        actBy = value;
        return this;
    }

    SegmentDraft attempts(int value) {
        attempts = value;
        return this;
    }

    SegmentDraft setbacks(int value) {
        setbacks = value;
        return this;
    }

    SegmentDraft possibleDuplicate() {
        possibleDuplicate = true;
        return this;
    }

    SegmentDraft placement(Placement value) {
        return placement(Optional.of(value));
    }

    SegmentDraft placement(Optional<Placement> value) {
        placement = value;
        return this;
    }

    SegmentDraft report(ReportSeen value) {
        report = Optional.of(value);
        return this;
    }

    SegmentDraft settledAt(Optional<Instant> value) {
        settledAt = value;
        return this;
    }

    SegmentDraft error(Optional<String> value) {
        error = value;
        return this;
    }

    StoredSegment done() {
        return new StoredSegment(
                origin.sequence(),
                origin.userData(),
                state,
                dueAt,
                actBy,
                attempts,
                setbacks,
                possibleDuplicate,
                placement,
                report,
                settledAt,
                error);
    }
}
