package io.polygator.gateway;

import io.polygator.gateway.SegmentSender.Assignment;
import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.selection.Candidate;
import io.polygator.gateway.selection.Choice;
import io.polygator.gateway.selection.SelectionQuestion;
import io.polygator.gateway.selection.SelectionStrategy;
import io.polygator.gateway.store.FreeChannel;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Work;
import io.polygator.gateway.store.WorkRequest;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;

/**
 * Brings waiting messages and free channels together. It looks into the store only when something has changed: a
 * message came, a channel became free, a time was reached. Gateway loop only.
 */
final class Dispatcher {
    private final MessageStore store;
    private final Loop loop;
    private final ChannelPool channels;
    private final SelectionStrategy selection;
    private final Conversations conversations;
    private final SegmentSender sender;
    private final Lookout lookout;

    private final Set<MessageId> assigned = new HashSet<>();
    private boolean stopped;
    private long turns;

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
        lookout = new Lookout("the messages that are due", this::look, loop, jitter);
    }

    /** Something has changed: looks for work, now or once the look under way is over. */
    void wake() {
        lookout.wake();
    }

    /** Starts no further send. */
    void stop() {
        stopped = true;
        lookout.stop();
    }

    private CompletionStage<Optional<Instant>> look() {
        List<GsmChannel> free = channels.free();
        return free.isEmpty()
                ? CompletableFuture.completedStage(Optional.empty())
                : store.due(requestFor(free)).thenApplyAsync(this::assignAll, loop);
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
                channel.onlyTo());
    }

    /** Gives each message one of the channels that are still free; says when the next one is due. */
    private Optional<Instant> assignAll(Work work) {
        if (stopped) {
            return Optional.empty();
        }
        work.messages().stream()
                .filter(message -> !assigned.contains(message.id()))
                .forEach(message -> choose(message).ifPresent(choice -> assign(message, choice)));
        return work.next();
    }

    private Optional<Choice> choose(StoredMessage message) {
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
        return selection.choose(candidates, question);
    }

    private void assign(StoredMessage message, Choice choice) {
        channels.find(choice.channel()).ifPresent(channel -> message.next().ifPresent(segment -> {
            channel.reserve(++turns);
            assigned.add(message.id());
            sender.send(
                    new Assignment(message.id(), segment.sequence(), channel, choice.reason()),
                    () -> begun(message.id()),
                    this::wake);
        }));
    }

    /** The store knows that the message is on its way: now it tells what else there is. */
    private void begun(MessageId id) {
        assigned.remove(id);
        wake();
    }
}
