package io.polygator.gateway;

import io.polygator.gateway.delivery.ReportRules;
import io.polygator.gateway.message.Masked;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.message.TimelineEntry.Kind;
import io.polygator.gateway.store.Avoidance;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.ReportSeen;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the timeline of an outbound message gains by a change: first what caused it, then what came of it for each
 * segment. A pure function of the message before and after. Entries never hold the recipient or the text.
 */
final class TimelineRules {
    private static final int SHORTEST_HIDDEN = 5;

    private final StoredMessage before;
    private final StoredMessage after;
    private final Cause cause;
    private final Instant now;
    private final List<TimelineEntry> entries = new ArrayList<>();

    private TimelineRules(StoredMessage before, StoredMessage after, Cause cause, Instant now) {
        this.before = before;
        this.after = after;
        this.cause = cause;
        this.now = now;
    }

    static List<TimelineEntry> entries(StoredMessage before, StoredMessage after, Cause cause, Instant now) {
        TimelineRules rules = new TimelineRules(before, after, cause, now);
        rules.tellCause();
        if (!(cause instanceof Cause.Replacement)) {
            after.segments().forEach(segment -> rules.tellChange(before.segment(segment.sequence()), segment));
        }
        return rules.entries;
    }

    private void tellCause() {
        if (cause instanceof Cause.Answer answer) {
            tellAnswer(answer);
        } else if (cause instanceof Cause.Report report) {
            tellReport(report);
        } else if (cause instanceof Cause.SimRecord told) {
            tellSimRecord(told);
        } else if (!before.equals(after)) {
            tellDeed();
        }
    }

    private void tellDeed() {
        if (cause instanceof Cause.HandOver handOver) {
            tellHandOver(handOver);
        } else if (cause instanceof Cause.Cancellation) {
            entries.add(TimelineEntry.about(after.id(), now, Kind.CANCELLED, "taken back before anything had left"));
        } else if (cause instanceof Cause.Replacement) {
            entries.add(TimelineEntry.about(after.id(), now, Kind.REPLACED, replaced()));
        }
    }

    private String replaced() {
        List<String> changes = new ArrayList<>();
        if (!after.request().body().equals(before.request().body())) {
            changes.add("got another body, segments " + after.segments().size() + " in " + after.alphabet());
        }
        if (!after.dueAt().equals(before.dueAt())) {
            changes.add(
                    "to be sent from " + after.dueAt().map(Instant::toString).orElse("now on"));
        }
        if (!after.expiresAt().equals(before.expiresAt())) {
            changes.add("valid until " + after.expiresAt());
        }
        if (after.request().reportRequested() != before.request().reportRequested()) {
            changes.add(after.request().reportRequested() ? "a report is wanted" : "no report is wanted");
        }
        return changes.isEmpty() ? "with what it said before" : String.join("; ", changes);
    }

    private void tellHandOver(Cause.HandOver handOver) {
        StoredSegment segment = after.segment(handOver.sequence());
        String again = segment.possibleDuplicate() ? ", marked as a possible duplicate" : "";
        add(segment, Kind.SENDING, "attempt " + segment.attempts() + ", chosen: " + handOver.reason() + again);
    }

    private void tellAnswer(Cause.Answer answer) {
        StoredSegment was = before.segment(answer.sequence());
        boolean late = was.state() != MessageState.SENDING || was.handOvers() != answer.handOver();
        if (late && isKnown(was, answer)) {
            return;
        }
        String unchanged = before.equals(after) ? "; it stays " + lower(was.state()) : "";
        String remark = after.segment(answer.sequence()).possibleDuplicate() && !was.possibleDuplicate()
                ? "; the attempt under way makes it a possible duplicate"
                : "";
        add(was, Kind.ANSWERED, (late ? "late: " : "") + outcome(answer.outcome()) + unchanged + remark);
    }

    /** Whether it only repeats what is stored already. */
    private static boolean isKnown(StoredSegment segment, Cause.Answer answer) {
        return answer.outcome() instanceof SendOutcome.Accepted accepted
                && segment.handOvers() == answer.handOver()
                && (segment.state() == MessageState.ACCEPTED || segment.state() == MessageState.DELIVERED)
                && segment.placement().flatMap(Placement::reference).equals(accepted.reference());
    }

    private String outcome(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return "accepted, " + accepted.reference().map(TimelineRules::name).orElse("without a reference");
        }
        if (outcome instanceof SendOutcome.Refused refused) {
            String error = SendingRules.describe(refused.error());
            return "refused (" + refused.error().kind().name().toLowerCase(Locale.ROOT) + "): " + hidden(error);
        }
        SendOutcome.Unconfirmed doubt = (SendOutcome.Unconfirmed) outcome;
        return "no answer: " + hidden(doubt.reason())
                + doubt.reference()
                        .map(reference -> "; the SIM used " + name(reference))
                        .orElse("");
    }

    private void tellReport(Cause.Report cause) {
        StoredSegment was = before.segment(cause.sequence());
        StoredSegment is = after.segment(cause.sequence());
        String said = cause.report().status().meaning() + " (TP-ST "
                + cause.report().status().value() + ")";
        if (before.equals(after)) {
            return;
        }
        int count = is.report().map(ReportSeen::count).orElse(1);
        String repeated = count > 1 ? ", report " + count + " about it" : "";
        boolean contradicts = was.state().isFinal()
                && ReportRules.contradicts(was.state(), cause.report().status().category());
        String contradiction = contradicts ? "; a contradiction, it stays " + lower(was.state()) : "";
        add(is, Kind.REPORTED, said + repeated + contradiction);
    }

    private void tellSimRecord(Cause.SimRecord told) {
        if (before.equals(after)) {
            return;
        }
        StoredSegment is = after.segment(told.sequence());
        String conclusion = is.state() == MessageState.UNCONFIRMED
                ? "so the segment left the module; whether the network took it is unknown"
                : "as before the segment was handed over, so it never left; the attempt does not count";
        add(is, Kind.DECIDED, "the SIM used " + name(told.last()) + " last, " + conclusion);
    }

    private void tellChange(StoredSegment was, StoredSegment is) {
        if (was.state() == is.state()
                && was.dueAt().equals(is.dueAt())
                && was.actBy().equals(is.actBy())) {
            return;
        }
        switch (is.state()) {
            case QUEUED -> tellQueued(was, is);
            case UNCONFIRMED -> tellDoubt(was, is);
            case FAILED, EXPIRED -> tellEnd(was, is);
            case ACCEPTED, DELIVERED, SENDING, CANCELLED -> {
                // the cause has said it
            }
        }
    }

    private void tellQueued(StoredSegment was, StoredSegment is) {
        if (was.state() == MessageState.UNCONFIRMED && cause instanceof Cause.TimeUp) {
            add(is, Kind.DECIDED, "nothing settled the doubt; policy retry: sent again as a possible duplicate");
        }
        String elsewhere = after.avoided()
                .filter(avoidance -> !before.avoided().equals(after.avoided()))
                .map(TimelineRules::notThere)
                .orElse("");
        String why = is.error().map(error -> ": " + hidden(error)).orElse("");
        add(is, Kind.QUEUED, "waits until " + is.dueAt().orElse(now) + elsewhere + why);
    }

    private void tellDoubt(StoredSegment was, StoredSegment is) {
        if (was.state() == MessageState.ACCEPTED) {
            add(is, Kind.DECIDED, "no final report came in time; none is expected any more");
        } else if (cause instanceof Cause.TimeUp) {
            add(is, Kind.DECIDED, "nothing settled the doubt; it is held, and a later report still settles it");
        } else if (cause instanceof Cause.Interruption) {
            add(is, Kind.DECIDED, "the gateway stopped while it was being sent; whether it left is unknown");
        }
    }

    private void tellEnd(StoredSegment was, StoredSegment is) {
        boolean ownAnswer = cause instanceof Cause.Answer answer && answer.sequence() == is.sequence();
        boolean ownReport = cause instanceof Cause.Report report && report.sequence() == is.sequence();
        if (ownReport || ownAnswer && !givenUp(is)) {
            return;
        }
        String policy = was.state() == MessageState.UNCONFIRMED ? "nothing settled the doubt; policy fail: " : "";
        String attempts = ownAnswer ? "given up after " + is.handOvers() + " attempts: " : "";
        String why = is.error().map(this::hidden).orElse("");
        add(is, Kind.DECIDED, policy + attempts + lower(is.state()) + (why.isEmpty() ? "" : ", " + why));
    }

    /** The last refusal was not for good: there were too many. */
    private boolean givenUp(StoredSegment segment) {
        return segment.state() == MessageState.FAILED
                && cause instanceof Cause.Answer answer
                && answer.outcome() instanceof SendOutcome.Refused refused
                && SendingRules.mayPassLater(refused.error());
    }

    private void add(StoredSegment segment, Kind kind, String detail) {
        boolean placed = kind != Kind.QUEUED;
        Optional<Placement> where = segment.placement().filter(placement -> placed);
        entries.add(new TimelineEntry(
                after.id(),
                now,
                segment.sequence(),
                kind,
                where.map(Placement::channel),
                where.flatMap(Placement::imsi),
                detail));
    }

    /** What modems say is foreign: should they repeat the number, it is masked. */
    private String hidden(String said) {
        String number = after.request().to().value();
        return number.length() < SHORTEST_HIDDEN ? said : said.replace(number, Masked.number(number));
    }

    private static String notThere(Avoidance avoidance) {
        return ", not on " + avoidance.channel() + " before " + avoidance.until();
    }

    private static String name(MessageReference reference) {
        return "reference " + reference.value();
    }

    private static String lower(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
