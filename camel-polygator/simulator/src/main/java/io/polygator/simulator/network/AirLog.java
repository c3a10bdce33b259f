package io.polygator.simulator.network;

import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What really was on the simulated air: the judge of every test about lost and doubled messages. Keeps the latest
 * entries up to a limit. Thread-safe.
 */
public final class AirLog {
    private static final int LIMIT = 200_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long total;

    /**
     * One TPDU that reached the service centre.
     *
     * @param at when
     * @param sender the number of the SIM that sent it
     * @param reference the TP-MR it had
     * @param submit the TPDU as the module got it
     */
    public record Entry(Instant at, String sender, MessageReference reference, SmsSubmit submit) {
        /** To whom it goes. */
        public SmsAddress destination() {
            return submit.destination();
        }

        /** What it says. */
        public UserData userData() {
            return submit.userData();
        }

        /** The entry without what differs when the same segment is sent again. */
        public Segment segment() {
            return new Segment(destination(), userData());
        }
    }

    /** What is the same when a segment is sent again, from whichever SIM. */
    public record Segment(SmsAddress destination, UserData userData) {}

    synchronized void add(Entry entry) {
        if (entries.size() == LIMIT) {
            entries.removeFirst();
        }
        entries.addLast(entry);
        total++;
    }

    /** The latest entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many TPDUs were on the air, those that are not kept any more included. */
    public synchronized long total() {
        return total;
    }

    /** How often each segment was on the air. More than once is a duplicate on the recipient's phone. */
    public Map<Segment, Long> timesPerSegment() {
        return entries().stream()
                .map(Entry::segment)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** How often this segment was on the air. */
    public long times(SmsAddress destination, UserData userData) {
        return timesPerSegment().getOrDefault(new Segment(destination, userData), 0L);
    }
}
