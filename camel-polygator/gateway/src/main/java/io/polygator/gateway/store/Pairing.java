package io.polygator.gateway.store;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.store.Joined.Arrival;
import io.polygator.gateway.store.Sighting.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a store that knows some messages makes of one that comes in: a message that both ways bring is one message. Each is
 * the twin of one at most, so that a text which was sent twice stays two.
 *
 * @param known whether all of it was told before; then it is announced to nobody
 * @param arrival what is kept of it otherwise
 * @param changed the earlier ones whose twin it is, as they are from now on
 */
public record Pairing(boolean known, Arrival arrival, List<Arrival> changed) {
    /** So far apart are the moments of twins at most: one is told at once, the other when its modem is asked. */
    private static final Duration APART = Duration.ofMinutes(10);
    /** Service centres keep a message for so long; what they say about older ones is not believed. */
    private static final Duration OLDEST = Duration.ofDays(3);

    /** So many earlier messages of one sender are looked at. */
    public static final int LOOKED_AT = 100;

    public Pairing {
        changed = List.copyOf(changed);
    }

    /**
     * Decides.
     *
     * @param earlier the open ones of the other way from this sender, received {@link #since} or later
     */
    public static Pairing of(Arrival arrival, List<Arrival> earlier) {
        if (!arrival.sighting().isOpen()) {
            return new Pairing(false, arrival, List.of());
        }
        List<Arrival> twins =
                earlier.stream().filter(other -> mayBeTwins(arrival, other)).toList();
        Optional<Arrival> same = twins.stream()
                .filter(other ->
                        other.sighting().whole().equals(arrival.sighting().whole()))
                .findFirst();
        if (same.isPresent()) {
            return known(arrival, same.get().with(same.get().sighting().closed()));
        }
        return arrival.sighting().way() == Way.NOTICE ? ofNotice(arrival, twins) : ofSegments(arrival, twins);
    }

    /** The earliest moment at which a twin may have been received. */
    public static Instant since(InboundMessage message) {
        Instant oldest = message.receivedAt().minus(OLDEST);
        return moments(message)
                .min(Instant::compareTo)
                .filter(oldest::isBefore)
                .orElse(oldest)
                .minus(APART);
    }

    private static Pairing known(Arrival arrival, Arrival twin) {
        return new Pairing(true, arrival, List.of(twin));
    }

    /** A notice may be of one segment of a message that was received. */
    private static Pairing ofNotice(Arrival notice, List<Arrival> received) {
        String text = notice.sighting().whole().orElseThrow();
        return received.stream()
                .filter(other -> other.sighting().segments().contains(text))
                .findFirst()
                .map(other -> known(notice, other.with(other.sighting().withoutSegment(text))))
                .orElseGet(() -> new Pairing(false, notice, List.of()));
    }

    /** Of a message that is received there may have been a notice for each segment. */
    private static Pairing ofSegments(Arrival received, List<Arrival> notices) {
        List<Arrival> left = new ArrayList<>(notices);
        List<Arrival> told = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        for (String segment : received.sighting().segments()) {
            Optional<Arrival> twin = left.stream()
                    .filter(other -> other.sighting().whole().equals(Optional.of(segment)))
                    .findFirst();
            twin.ifPresentOrElse(
                    notice -> {
                        left.remove(notice);
                        told.add(notice.with(notice.sighting().closed()));
                    },
                    () -> untold.add(segment));
        }
        return told.isEmpty()
                ? new Pairing(false, received, List.of())
                : new Pairing(
                        untold.isEmpty(), received.with(received.sighting().left(untold)), told);
    }

    private static boolean mayBeTwins(Arrival one, Arrival other) {
        InboundMessage message = one.message();
        InboundMessage twin = other.message();
        return one.sighting().way() != other.sighting().way()
                && isSameSim(message, twin)
                && DialledNumber.isSame(message.from(), twin.from())
                && moments(message).anyMatch(at -> moments(twin).anyMatch(then -> isNear(at, then)));
    }

    private static boolean isSameSim(InboundMessage one, InboundMessage other) {
        return one.imsi().isPresent() && other.imsi().isPresent()
                ? one.imsi().equals(other.imsi())
                : one.channel().equals(other.channel());
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(APART) <= 0;
    }

    private static Stream<Instant> moments(InboundMessage message) {
        return Stream.concat(Stream.of(message.receivedAt()), message.sentAt().map(at -> at.toInstant()).stream());
    }
}
