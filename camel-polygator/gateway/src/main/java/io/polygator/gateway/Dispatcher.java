package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.channel.RetryDelay;
import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.selection.Candidate;
import io.polygator.gateway.selection.SelectionQuestion;
import io.polygator.gateway.selection.SelectionStrategy;
import io.polygator.gateway.store.FreeChannel;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Work;
import io.polygator.gateway.store.WorkRequest;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings waiting messages and free channels together. It looks into the store only when something has changed: a
 * message came, a channel became free, a time was reached. Gateway loop only.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final RetryDelay STORE_TROUBLE = new RetryDelay(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final MessageStore store;
    private final Loop loop;
    private final ChannelPool channels;
    private final SelectionStrategy selection;
    private final Conversations conversations;
    private final SegmentSender sender;
    private final DoubleSupplier jitter;

    private boolean looking;
    private boolean lookAgain;
    private boolean stopped;
    private int failures;
    private long turns;
    private Loop.@Nullable Timer timer;

    Dispatcher(
            MessageStore store,
            Loop loop,
            ChannelPool channels,
            SelectionStrategy selection,
            Conversations conversations,
            SegmentSender sender,
            DoubleSupplier jitter) {
        this.store = store;
        this.loop = loop;
        this.channels = channels;
        this.selection = selection;
        this.conversations = conversations;
        this.sender = sender;
        this.jitter = jitter;
    }

    /** Something has changed: looks for work, now or once the look under way is over. */
    void wake() {
        if (looking) {
            lookAgain = true;
            return;
        }
        List<GsmChannel> free = channels.free();
        if (stopped || free.isEmpty()) {
            return;
        }
        looking = true;
        store.due(requestFor(free)).whenCompleteAsync((work, failure) -> looked(work, failure), loop);
    }

    /** Starts no further send. */
    void stop() {
        stopped = true;
        cancelTimer();
    }

    private WorkRequest requestFor(List<GsmChannel> free) {
        List<FreeChannel> offered = free.stream().map(Dispatcher::offered).toList();
        return new WorkRequest(offered, channels.busy(), channels.takenNumbers(), loop.instant(), free.size());
    }

    private static FreeChannel offered(GsmChannel channel) {
        return new FreeChannel(
                channel.name(),
                channel.spec().gateway(),
                channel.spec().groups(),
                channel.ownNumber(),
                Optional.empty());
    }

    private void looked(@Nullable Work work, @Nullable Throwable failure) {
        looking = false;
        if (stopped) {
            return;
        }
        if (work == null) {
            LOG.warn("the store did not say what is due, asking again: {}", String.valueOf(failure));
            wakeAfter(STORE_TROUBLE.after(failures++, jitter.getAsDouble()));
            return;
        }
        failures = 0;
        boolean assigned = assignAll(work.messages());
        work.next().ifPresent(this::wakeAt);
        if (lookAgain || assigned) {
            lookAgain = false;
            wake();
        }
    }

    /** Gives each message one of the channels that are still free; whether any got one. */
    private boolean assignAll(List<StoredMessage> messages) {
        boolean assigned = false;
        for (StoredMessage message : messages) {
            Optional<GsmChannel> chosen = choose(message);
            chosen.ifPresent(channel -> assign(message, channel));
            assigned |= chosen.isPresent();
        }
        return assigned;
    }

    private Optional<GsmChannel> choose(StoredMessage message) {
        List<GsmChannel> free = channels.free();
        WorkRequest request = requestFor(free);
        List<Candidate> candidates = free.stream()
                .filter(channel -> message.queueEntry()
                        .filter(entry -> request.admits(entry, offered(channel)))
                        .isPresent())
                .map(GsmChannel::asCandidate)
                .toList();
        SelectionQuestion question = new SelectionQuestion(
                message.request().from().map(DialledNumber::bare),
                message.boundChannel(),
                conversations.lastChannel(message.request().to().value()));
        return selection.choose(candidates, question).map(Candidate::channel).flatMap(channels::find);
    }

    private void assign(StoredMessage message, GsmChannel channel) {
        message.next().ifPresent(segment -> {
            channel.reserve(++turns);
            sender.send(message.id(), segment.sequence(), channel, this::wake);
        });
    }

    private void wakeAt(Instant moment) {
        wakeAfter(Duration.between(loop.instant(), moment));
    }

    private void wakeAfter(Duration wait) {
        cancelTimer();
        timer = loop.schedule(wait, () -> {
            timer = null;
            wake();
        });
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
