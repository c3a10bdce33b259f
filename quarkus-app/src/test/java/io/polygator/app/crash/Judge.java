package io.polygator.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.app.crash.Judge.Complaint.Kind;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.simulator.network.AirLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Compares what the application says, and what it handed on, with what was on the air. */
final class Judge {
    private static final Set<String> ENDED =
            Set.of("accepted", "delivered", "failed", "expired", "cancelled", "unconfirmed");
    private static final Set<String> SENT = Set.of("accepted", "delivered");
    private static final Set<String> RECEIPTED = Set.of("delivered", "failed", "expired", "cancelled");

    private final Map<String, Map<Integer, Long>> air;
    private final Set<String> sentInPeace;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Integer> states = new TreeMap<>();
    private int markedDuplicates;

    /**
     * A judge.
     *
     * @param air what was on the air
     * @param peaceSince from when on nothing was killed and no link broke: nothing excuses a missing report
     */
    Judge(Collection<AirLog.Entry> air, Instant peaceSince) {
        this.sentInPeace = sentInPeace(air, peaceSince);
        this.air = air.stream()
                .collect(Collectors.groupingBy(
                        entry -> "+" + entry.destination().value(),
                        Collectors.groupingBy(Judge::sequence, Collectors.counting())));
    }

    /** The numbers to which everything was sent after a moment. */
    static Set<String> sentInPeace(Collection<AirLog.Entry> air, Instant since) {
        Map<String, Boolean> inPeace = air.stream()
                .collect(Collectors.toMap(
                        entry -> "+" + entry.destination().value(),
                        entry -> entry.at().isAfter(since),
                        Boolean::logicalAnd));
        return inPeace.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int sequence(AirLog.Entry entry) {
        return Concatenation.in(entry.userData().header())
                .map(Concatenation::sequence)
                .orElse(1);
    }

    /**
     * A broken promise.
     *
     * @param id of the message, empty when nobody was told one
     */
    record Complaint(Kind kind, String id, String what) {
        enum Kind {
            LOST,
            SILENT_DUPLICATE,
            UNTRUE
        }
    }

    /** How often a segment may have been on the air. */
    private enum Allowance {
        ONCE,
        AT_MOST_ONCE,
        NEVER,
        ANY
    }

    /**
     * A message that was answered with 202, or whose submit_sm was answered with an id.
     *
     * @param status what the application says about it at the end; missing when it does not know it
     */
    void hearAccepted(String id, String number, JsonNode status) {
        if (status.isMissingNode()) {
            complain(Kind.LOST, id, number + " was accepted and is not known any more");
            return;
        }
        String state = status.path("state").asText();
        states.merge(state, 1, Integer::sum);
        if (!ENDED.contains(state)) {
            complain(Kind.LOST, id, number + " has not ended: " + status);
        }
        if (state.equals("accepted") && sentInPeace.contains(number)) {
            complain(Kind.LOST, id, number + " was never reported: " + status);
        }
        Map<Integer, Long> times = timesOf(number);
        StreamSupport.stream(status.path("segments").spliterator(), false)
                .forEach(segment -> judge(id, segment, times.getOrDefault(sequence(segment), 0L)));
    }

    private static int sequence(JsonNode segment) {
        return segment.path("sequence").asInt();
    }

    private void judge(String id, JsonNode segment, long times) {
        boolean marked = segment.path("possibleDuplicate").asBoolean();
        if (marked && times > 1) {
            markedDuplicates++;
        }
        boolean allowed =
                switch (allowance(segment.path("state").asText(), marked)) {
                    case ONCE -> times == 1;
                    case AT_MOST_ONCE -> times <= 1;
                    case NEVER -> times == 0;
                    case ANY -> true;
                };
        if (!allowed) {
            Kind kind = times > 1 ? Kind.SILENT_DUPLICATE : times == 0 ? Kind.LOST : Kind.UNTRUE;
            complain(kind, id, "was on the air " + times + " times: " + segment);
        }
    }

    private static Allowance allowance(String state, boolean marked) {
        if (marked) {
            return Allowance.ANY;
        }
        if (SENT.contains(state)) {
            return Allowance.ONCE;
        }
        return state.equals("unconfirmed") ? Allowance.AT_MOST_ONCE : Allowance.NEVER;
    }

    /** A message of which nobody was told what became of it. */
    void hearUnanswered(String number) {
        timesOf(number).forEach((sequence, times) -> {
            if (times > 1) {
                complain(Kind.SILENT_DUPLICATE, "", number + "/" + sequence + " was on the air " + times + " times");
            }
        });
    }

    /** A message that was answered with 503, or whose submit_sm was refused. */
    void hearRefused(String number) {
        if (!timesOf(number).isEmpty()) {
            complain(Kind.UNTRUE, "", number + " was on the air although it was refused");
        }
    }

    /**
     * The inbound messages.
     *
     * @param texts what the network was given, each text once
     * @param taken the events that the webhook took
     */
    void hearInbound(Set<String> texts, Collection<JsonNode> taken) {
        Map<String, Set<String>> ids = taken.stream()
                .collect(Collectors.groupingBy(
                        event -> event.path("text").asText(),
                        Collectors.mapping(event -> event.path("id").asText(), Collectors.toSet())));
        for (String text : texts) {
            int events = ids.getOrDefault(text, Set.of()).size();
            if (events == 0) {
                complain(Kind.LOST, "", "inbound \"" + text + "\" never came");
            } else if (events > 1) {
                complain(Kind.SILENT_DUPLICATE, "", "inbound \"" + text + "\" came as " + ids.get(text));
            }
        }
        ids.keySet().stream()
                .filter(text -> !texts.contains(text))
                .forEach(text -> complain(Kind.UNTRUE, "", "nobody sent the inbound \"" + text + "\""));
    }

    /** Every message that is called delivered must have been reported so to the webhook. */
    void hearReports(Set<String> delivered, Collection<JsonNode> taken) {
        Set<String> reported = reportedDelivered(taken);
        delivered.stream()
                .filter(id -> !reported.contains(id))
                .forEach(id -> complain(Kind.LOST, id, "is delivered, and the webhook was never told"));
    }

    /** The ids of those that the webhook was told are delivered; that the network took them is another report. */
    static Set<String> reportedDelivered(Collection<JsonNode> taken) {
        return taken.stream()
                .filter(event -> event.path("state").asText().equals("delivered"))
                .map(event -> event.path("id").asText())
                .collect(Collectors.toSet());
    }

    /**
     * The messages of the ESME, which asked for a receipt with each.
     *
     * @param statuses what the application says at the end about those whose submit_sm was answered, by id
     * @param receipts the ids in the receipts that came, also of messages whose submit_sm got no answer
     */
    void hearReceipts(Map<String, JsonNode> statuses, Collection<String> receipts) {
        oweReceipts(statuses).stream()
                .filter(id -> !receipts.contains(id))
                .forEach(id -> complain(Kind.LOST, id, "has ended, and the ESME got no receipt: " + statuses.get(id)));
    }

    /** The ids of those an ESME must have been told of: they have come to an end, other than one in doubt. */
    static Set<String> oweReceipts(Map<String, JsonNode> statuses) {
        return statuses.entrySet().stream()
                .filter(entry ->
                        RECEIPTED.contains(entry.getValue().path("state").asText()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<Integer, Long> timesOf(String number) {
        return air.getOrDefault(number, Map.of());
    }

    private void complain(Kind kind, String id, String what) {
        kinds.merge(kind, 1, Integer::sum);
        complaints.add(new Complaint(kind, id, what));
    }

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    int count(Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /** How many accepted messages ended in this state. */
    int inState(String state) {
        return states.getOrDefault(state, 0);
    }

    /** How many segments were on the air more than once, and say that this may be. */
    int markedDuplicates() {
        return markedDuplicates;
    }
}
