package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.store.Backlog;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Says when a message will leave: what waits before it for the channels that may take it, shared out among those of
 * them that are registered, at the {@link Pace} of late. The queue is counted now and then, not for each message; what
 * was accepted since is added. It counts a message as one segment, and knows neither of channels that will come or go
 * nor of SIMs whose budget ends first. Never waits. Thread-safe.
 */
final class Forecasts {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MessageStore store;
    private final ChannelPool channels;
    private final Pace pace;
    private final Duration ageing;
    private final Loop loop;
    private final AtomicLong accepted = new AtomicLong();
    private final Map<Integer, Sample> byPriority = new ConcurrentHashMap<>();
    private final Set<Integer> counting = ConcurrentHashMap.newKeySet();

    /** @param ageing how much earlier each step of priority puts a message into the queue */
    Forecasts(MessageStore store, ChannelPool channels, Pace pace, Duration ageing, Loop loop) {
        this.store = store;
        this.channels = channels;
        this.pace = pace;
        this.ageing = ageing;
        this.loop = loop;
    }

    /** What waited when the queue was counted. */
    private record Sample(Instant at, long acceptedBefore, List<Backlog> waiting) {}

    /** Counts what an earlier run left in the queue. */
    void start() {
        count(OutboundMessage.USUAL_PRIORITY, loop.instant());
    }

    /** A message is in the queue. */
    void accepted() {
        accepted.incrementAndGet();
    }

    /** When its first segment will leave; empty when no channel that may take it is registered, or nothing is counted yet. */
    Optional<Instant> of(StoredMessage message) {
        Instant now = loop.instant();
        Set<String> eligible = registered(message.request().channels());
        Optional<Sample> sample = sample(message.request().priority(), now);
        if (eligible.isEmpty() || sample.isEmpty()) {
            return Optional.empty();
        }
        double ahead = sample.get().waiting().stream()
                        .mapToDouble(backlog -> shareOf(eligible, backlog))
                        .sum()
                + accepted.get()
                - sample.get().acceptedBefore();
        long wait = Math.round(ahead / eligible.size() * pace.perSegment().toMillis());
        Instant free = now.plusMillis(wait);
        return Optional.of(message.dueAt().filter(free::isBefore).orElse(free).truncatedTo(ChronoUnit.MILLIS));
    }

    /** What waits for other channels too is shared out among them. */
    private double shareOf(Set<String> eligible, Backlog backlog) {
        Set<String> takers = registered(backlog.channels());
        long common = takers.stream().filter(eligible::contains).count();
        return takers.isEmpty() ? 0 : (double) backlog.messages() * common / takers.size();
    }

    private Set<String> registered(ChannelChoice choice) {
        return channels.in(choice).stream()
                .filter(channel -> channel.status().state() == State.REGISTERED)
                .map(GsmChannel::name)
                .collect(Collectors.toSet());
    }

    private Optional<Sample> sample(int priority, Instant now) {
        Optional<Sample> known = Optional.ofNullable(byPriority.get(priority));
        if (known.filter(sample -> now.isBefore(sample.at().plus(FRESH))).isEmpty()) {
            count(priority, now);
        }
        return known.or(() -> Optional.ofNullable(byPriority.get(priority)));
    }

    private void count(int priority, Instant now) {
        if (!counting.add(priority)) {
            return;
        }
        long acceptedBefore = accepted.get();
        store.backlog(now, now.minus(ageing.multipliedBy(priority))).whenComplete((waiting, failure) -> {
            if (failure == null) {
                byPriority.put(priority, new Sample(now, acceptedBefore, waiting));
            }
            counting.remove(priority);
        });
    }
}
