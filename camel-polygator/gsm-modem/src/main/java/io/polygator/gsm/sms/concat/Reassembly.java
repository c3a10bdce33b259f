package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Joins the segments of one message. Units are joined before they are decoded, because senders cut escape and surrogate
 * pairs; where alphabet or national tables change from one segment to the next, each part is decoded for itself.
 */
public final class Reassembly {
    /** Stands in a text where segments are missing. */
    public static final String GAP = "[…]";

    private final SortedMap<Integer, SmsDeliver> bySequence = new TreeMap<>();
    private final int total;

    private Reassembly(List<SmsDeliver> segments) {
        for (SmsDeliver segment : segments) {
            int sequence = Concatenation.in(segment.userData().header())
                    .map(Concatenation::sequence)
                    .orElse(1);
            bySequence.put(sequence, segment);
        }
        total = segments.stream()
                .flatMap(segment -> Concatenation.in(segment.userData().header()).stream())
                .mapToInt(Concatenation::total)
                .max()
                .orElse(1);
    }

    /**
     * Joins segments that came in any order; of two with the same sequence the later in the list counts. A message
     * without a concatenation element is a single segment.
     *
     * @param segments of one message, at least one
     */
    public static JoinedMessage join(List<SmsDeliver> segments) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a message has at least one segment");
        }
        return new Reassembly(segments).join();
    }

    private JoinedMessage join() {
        Alphabet alphabet = alphabet();
        SmsDeliver first = bySequence.values().iterator().next();
        return new JoinedMessage(
                alphabet == Alphabet.OCTETS ? "" : text(),
                alphabet == Alphabet.OCTETS ? data() : Octets.empty(),
                alphabet,
                bySequence.values().stream()
                        .flatMap(segment -> Ports.in(segment.userData().header()).stream())
                        .findFirst(),
                first,
                bySequence.size(),
                missing());
    }

    private Alphabet alphabet() {
        List<Alphabet> alphabets = bySequence.values().stream()
                .map(segment -> segment.userData().alphabet())
                .distinct()
                .toList();
        if (alphabets.size() == 1) {
            return alphabets.get(0);
        }
        return alphabets.contains(Alphabet.UCS2) ? Alphabet.UCS2 : Alphabet.GSM7;
    }

    private List<Integer> missing() {
        return IntStream.rangeClosed(1, total)
                .filter(sequence -> !bySequence.containsKey(sequence))
                .boxed()
                .toList();
    }

    private Octets data() {
        return bySequence.values().stream()
                .map(segment -> segment.userData().units())
                .reduce(Octets.empty(), Octets::concat);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int expected = 1;
        for (SegmentRun run : runs()) {
            text.append(run.first() > expected ? GAP : "").append(run.text());
            expected = run.last() + 1;
        }
        return text.append(expected <= total ? GAP : "").toString();
    }

    private List<SegmentRun> runs() {
        Deque<SegmentRun> runs = new ArrayDeque<>();
        bySequence.forEach((sequence, segment) -> {
            SegmentRun alone = SegmentRun.of(sequence, segment.userData());
            SegmentRun previous = runs.peekLast();
            if (previous != null && previous.continuesWith(alone)) {
                runs.removeLast();
                runs.addLast(previous.followedBy(alone));
            } else {
                runs.addLast(alone);
            }
        });
        return List.copyOf(runs);
    }
}
