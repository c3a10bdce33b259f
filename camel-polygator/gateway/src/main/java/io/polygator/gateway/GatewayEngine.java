package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.ChannelSpec;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.channel.ModemPorts;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Submission;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.selection.Selections;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Updated;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.transport.Loop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway: takes calls from any thread and lets the parts do their work on one loop. */
final class GatewayEngine implements SmsGateway {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayEngine.class);
    private static final int INTERRUPTED_AT_ONCE = 100;

    private final GatewaySettings settings;
    private final MessageStore store;
    private final Loop loop;
    private final ModemPorts ports;
    private final RandomGenerator random;

    private final ChannelPool channels = new ChannelPool();
    private final AnswerWaiters waiters = new AnswerWaiters();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final MessageIds ids;
    private final SubmitRules submitRules;
    private final MessageComposer composer;
    private final SendingRules sendingRules;
    private final EventRouting routing;
    private final EventHub hub;
    private final DeadLetters deadLetters;
    private final MessageJournal journal;
    private final SegmentSender sender;
    private final Dispatcher dispatcher;
    private final Deadlines deadlines;
    private final Housekeeping housekeeping;
    private final ChannelEvents channelEvents;

    GatewayEngine(GatewaySettings settings, MessageStore store, Loop loop, ModemPorts ports, RandomGenerator random) {
        this.settings = settings;
        this.store = store;
        this.loop = loop;
        this.ports = ports;
        this.random = random;
        ids = new MessageIds(loop, random);
        submitRules = new SubmitRules(channels, settings.outbound());
        composer = new MessageComposer(
                settings.outbound(), new ConcatReferences(settings.outbound().referenceWidth(), random), submitRules);
        sendingRules = new SendingRules(settings.outbound(), settings.retry());
        routing = new EventRouting(channels);
        hub = new EventHub(store.outbox(), routing, settings.events(), loop, random::nextDouble);
        deadLetters = new StoredDeadLetters(store.outbox(), hub, loop);
        journal = new MessageJournal(store, loop, routing);
        Conversations conversations = new Conversations();
        ReportDesk reports = new ReportDesk(store, journal, sendingRules, loop);
        sender = new SegmentSender(
                journal,
                sendingRules,
                settings.outbound().sendDeadline(),
                loop,
                random::nextDouble,
                reports,
                conversations);
        dispatcher =
                new Dispatcher(store, loop, channels, Selections.usual(), conversations, sender, random::nextDouble);
        deadlines = new Deadlines(store, journal, sendingRules, loop, random::nextDouble);
        InboundDesk inbound =
                new InboundDesk(store, hub, routing, ids, channels, conversations, settings.inbound(), loop);
        housekeeping = new Housekeeping(store, inbound, settings, loop);
        channelEvents = new ChannelEvents(hub, dispatcher, sender, reports, inbound, loop);
        journal.follow(this::onChange);
    }

    /** Settles what an earlier run left open, and begins to work. */
    void start() {
        loop.execute(() -> {
            housekeeping.start();
            deadlines.look();
            store.outbox().subscriptions().thenAcceptAsync(known -> known.forEach(routing::addDurable), loop);
            settleInterrupted();
        });
    }

    @Override
    public void define(ChannelDefinition definition) {
        if (channels.has(definition.name())) {
            throw ChannelPool.alreadyDefined(definition.name());
        }
        ChannelSpec spec =
                new ChannelSpec(definition.name(), definition.gateway(), definition.groups(), definition.address());
        channels.add(new GsmChannel(
                spec, definition.modem(), ports, loop, random::nextDouble, settings.rest(), channelEvents));
    }

    @Override
    public ChannelLease lease(ChannelChoice choice) {
        List<GsmChannel> leased = channels.in(choice);
        if (leased.isEmpty()) {
            throw new IllegalArgumentException("no channel is in " + choice + "; " + channels.describe());
        }
        loop.execute(() -> leased.forEach(GsmChannel::lease));
        AtomicBoolean returned = new AtomicBoolean();
        return () -> {
            // closing has closed the channels already, and the loop may have ended since
            if (!returned.getAndSet(true) && !closing.get()) {
                loop.execute(() -> leased.forEach(GsmChannel::release));
            }
        };
    }

    @Override
    public CompletionStage<Submission> submit(OutboundMessage message) {
        StoredMessage composed;
        try {
            requireOpen();
            submitRules.check(message, loop.instant());
            composed = composer.compose(ids.next(), message, loop.instant());
        } catch (SubmitRefusedException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
        return store.accept(
                        composed,
                        composed.acceptedAt().minus(settings.outbound().keysKnown()))
                .thenApplyAsync(this::accepted, loop);
    }

    @Override
    public CompletionStage<MessageStatus> answered(MessageId id) {
        return onLoop(() -> {
            CompletableFuture<MessageStatus> answer = waiters.await(id);
            store.find(id)
                    .whenCompleteAsync(
                            (found, failure) -> {
                                if (failure != null) {
                                    waiters.fail(id, failure);
                                } else {
                                    found.ifPresentOrElse(
                                            waiters::seen,
                                            () -> waiters.fail(
                                                    id, new IllegalArgumentException("there is no message " + id)));
                                }
                            },
                            loop);
            return answer;
        });
    }

    @Override
    public CompletionStage<Optional<MessageStatus>> query(MessageId id) {
        return store.find(id).thenApply(found -> found.map(StoredMessage::status));
    }

    @Override
    public CompletionStage<List<TimelineEntry>> timeline(MessageId id) {
        return store.find(id).thenCombine(store.timeline(id), Timelines::whole);
    }

    @Override
    public CompletionStage<CancelResult> cancel(MessageId id) {
        return onLoop(() -> takeBack(id, message -> sendingRules.cancel(message, loop.instant())));
    }

    @Override
    public CompletionStage<CancelResult> replace(MessageId id, MessageBody body) {
        return onLoop(() -> store.find(id)
                .thenComposeAsync(
                        found -> found.map(message -> replace(message, body))
                                .orElseGet(() -> CompletableFuture.completedStage(CancelResult.UNKNOWN)),
                        loop));
    }

    @Override
    public Subscription subscribe(SubscriptionRequest request, EventHandler handler) {
        requireOpen();
        CompletionStage<Runnable> ending =
                onLoop(() -> CompletableFuture.completedStage(hub.subscribe(request, handler)));
        ending.whenComplete((end, failure) -> {
            if (failure != null) {
                LOG.error("a subscription was refused: {}", failure.toString());
            }
        });
        return () -> ending.thenAcceptAsync(Runnable::run, loop);
    }

    @Override
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public List<ChannelStatus> channels() {
        return channels.statuses();
    }

    @Override
    public CompletionStage<UssdReply> ussd(String channel, String code) {
        return withChannel(channel, found -> found.ussd(code));
    }

    @Override
    public CompletionStage<Void> control(String channel, ChannelControl control) {
        return withChannel(channel, found -> {
            switch (control) {
                case PAUSE -> found.pause();
                case RESUME -> found.resume();
                case RESET -> {
                    return found.reset();
                }
            }
            return CompletableFuture.completedStage(null);
        });
    }

    @Override
    public void close() {
        CompletionStage<Void> closed = shutdown();
        if (!loop.inLoop()) {
            Waiting.atMost(settings.closeWithin().multipliedBy(2), closed);
        }
    }

    /** Stops taking work, lets running sends finish, closes channels and store. */
    CompletionStage<Void> shutdown() {
        if (closing.getAndSet(true)) {
            return CompletableFuture.completedStage(null);
        }
        return onLoop(() -> {
            dispatcher.stop();
            deadlines.stop();
            housekeeping.stop();
            CompletableFuture<Void> quiet = sender.drained().toCompletableFuture();
            loop.schedule(settings.closeWithin(), () -> quiet.complete(null));
            return quiet.thenComposeAsync(done -> closeAll(), loop);
        });
    }

    private CompletionStage<Void> closeAll() {
        hub.close();
        waiters.failAll(new IllegalStateException("the gateway is closed"));
        CompletableFuture<?>[] stops = channels.all().stream()
                .map(channel -> channel.close().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> stopped = CompletableFuture.allOf(stops);
        loop.schedule(settings.closeWithin(), () -> stopped.complete(null));
        return stopped.whenComplete((done, failure) -> store.close());
    }

    private Submission accepted(StoredMessage stored) {
        deadlines.note(stored.actBy());
        dispatcher.wake();
        return new Submission(stored.id(), stored.segments().size(), stored.alphabet());
    }

    private void onChange(Updated updated) {
        hub.committed(updated.events());
        waiters.seen(updated.after());
        deadlines.note(updated.after().actBy());
        if (updated.after().dueAt().isPresent()) {
            dispatcher.wake();
        }
    }

    private CompletionStage<CancelResult> replace(StoredMessage message, MessageBody body) {
        StoredMessage replacement;
        try {
            submitRules.checkBody(body);
            replacement = composer.recompose(message, message.request().with(body));
        } catch (SubmitRefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return takeBack(message.id(), current -> current.untouched() ? replacement : current);
    }

    private CompletionStage<CancelResult> takeBack(MessageId id, UnaryOperator<StoredMessage> rule) {
        return journal.change(id, rule)
                .thenApply(updated -> updated.map(done -> done.changed() ? CancelResult.DONE : CancelResult.TOO_LATE)
                        .orElse(CancelResult.UNKNOWN));
    }

    private void settleInterrupted() {
        store.interrupted(INTERRUPTED_AT_ONCE)
                .whenCompleteAsync(
                        (messages, failure) -> {
                            if (failure != null) {
                                LOG.error("what an earlier run left open could not be read: {}", failure.toString());
                                return;
                            }
                            Moment moment = new Moment(loop.instant(), random.nextDouble());
                            CompletableFuture<?>[] changes = messages.stream()
                                    .map(message -> journal.change(
                                                    message.id(), current -> sendingRules.interrupted(current, moment))
                                            .toCompletableFuture())
                                    .toArray(CompletableFuture<?>[]::new);
                            if (changes.length > 0) {
                                CompletionStage<Void> settled = CompletableFuture.allOf(changes);
                                settled.thenRunAsync(this::settleInterrupted, loop);
                            }
                        },
                        loop);
    }

    private <T> CompletionStage<T> withChannel(String name, ChannelAction<T> action) {
        Optional<GsmChannel> channel = channels.find(name);
        return channel.isPresent()
                ? onLoop(() -> action.on(channel.get()))
                : CompletableFuture.failedFuture(
                        new IllegalArgumentException("there is no channel " + name + "; " + channels.describe()));
    }

    private <T> CompletionStage<T> onLoop(Supplier<CompletionStage<T>> action) {
        return CompletableFuture.completedStage(action).thenComposeAsync(Supplier::get, loop);
    }

    private void requireOpen() {
        if (closing.get()) {
            throw new IllegalStateException("the gateway is closed");
        }
    }

    /** Something to be done with a channel on the loop. */
    @FunctionalInterface
    private interface ChannelAction<T> {
        CompletionStage<T> on(GsmChannel channel);
    }
}
