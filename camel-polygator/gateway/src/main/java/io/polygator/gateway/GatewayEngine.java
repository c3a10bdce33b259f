package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.ChannelSpec;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.channel.ModemPorts;
import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.message.CallNotice;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundNotice;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.NoticeResult;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.message.Submission;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.quota.AccountUsage;
import io.polygator.gateway.selection.Selections;
import io.polygator.gateway.store.Backlog;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSubscription;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.transport.Loop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The gateway: takes calls from any thread and lets the parts do their work on one loop. */
final class GatewayEngine implements SmsGateway {
    private final GatewaySettings settings;
    private final MessageStore store;
    private final Loop loop;
    private final ModemPorts ports;
    private final DoubleSupplier jitter;

    private final ChannelPool channels = new ChannelPool();
    private final AnswerWaiters waiters = new AnswerWaiters();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final StoreRetries retries;
    private final EventHub hub;
    private final Subscriptions subscriptions;
    private final EventLines eventLines;
    private final DeadLetters deadLetters;
    private final OutboundDesk outbound;
    private final Forecasts forecasts;
    private final UssdDesk ussd;
    private final SegmentSender sender;
    private final Dispatcher dispatcher;
    private final Deadlines deadlines;
    private final Interruptions interruptions;
    private final Startup startup;
    private final Housekeeping housekeeping;
    private final NoticeDesk notices;
    private final ChannelEvents channelEvents;

    GatewayEngine(GatewaySettings settings, MessageStore store, Loop loop, ModemPorts ports, RandomGenerator random) {
        this.settings = settings;
        this.store = store;
        this.loop = loop;
        this.ports = ports;
        jitter = random::nextDouble;
        retries = new StoreRetries(loop, jitter);

        EventRouting routing = new EventRouting(channels);
        hub = new EventHub(store.outbox(), routing, settings.events(), retries, loop, jitter);
        subscriptions = new Subscriptions(hub, loop, closing::get);
        eventLines = new StoredLines(store.outbox(), hub, subscriptions, loop, closing::get);
        deadLetters = new StoredDeadLetters(store.outbox(), hub, loop);

        BudgetRules budgets = new BudgetRules(
                name -> spec(name).filter(spec -> spec.budget().limits()).isPresent());
        MessageJournal journal = new MessageJournal(store, loop, retries, new DeliveryReports(routing), budgets);
        SendingRules rules = new SendingRules(
                settings.outbound(), settings.retry(), name -> spec(name).flatMap(ChannelSpec::doubtPolicy));
        Conversations conversations = new Conversations();
        Pace pace = new Pace();
        forecasts = new Forecasts(store, channels, pace, settings.outbound().ageing(), loop);
        ussd = new UssdDesk(channels, loop);
        ReportDesk reports = new ReportDesk(store, journal, rules, retries, loop);
        sender = new SegmentSender(
                journal, rules, settings.outbound().sendDeadline(), loop, jitter, reports, conversations, pace);
        dispatcher = new Dispatcher(store, loop, channels, Selections.usual(), conversations, sender, jitter);
        deadlines = new Deadlines(store, journal, rules, reports, loop, jitter);
        journal.follow(new ChangeFollower(hub, waiters, deadlines, dispatcher, channels));

        interruptions = new Interruptions(store, journal, rules, reports, loop, jitter);
        startup = new Startup(store, routing, interruptions, retries);
        MessageIds ids = new MessageIds(loop, random);
        InboundDesk inbound =
                new InboundDesk(store, hub, routing, ids, channels, conversations, settings.inbound(), retries, loop);
        housekeeping = new Housekeeping(store, inbound, hub, settings, loop);
        Admissions admissions = new Admissions(store, journal, rules, retries, settings.budgetZone(), loop, jitter);
        RingingCalls calls = new RingingCalls();
        notices = new NoticeDesk(store, hub, routing, ids, channels, calls, settings.inbound(), retries, loop);
        channelEvents = new ChannelEvents(hub, dispatcher, sender, reports, inbound, admissions, ussd, calls, loop);

        SubmitRules submitRules = new SubmitRules(channels, settings.outbound());
        ConcatReferences references = new ConcatReferences(settings.outbound().referenceWidth(), random);
        outbound = new OutboundDesk(
                store,
                journal,
                submitRules,
                new MessageComposer(settings.outbound(), references, submitRules),
                rules,
                ids,
                waiters,
                dispatcher,
                deadlines,
                settings.outbound().keysKnown(),
                new AccountClaims(settings.accountBudgets(), settings.budgetZone()),
                forecasts,
                loop);
    }

    /** Settles what an earlier run left open, and begins to work. */
    void start() {
        loop.execute(() -> {
            housekeeping.start();
            deadlines.look();
            forecasts.start();
            startup.begin();
        });
    }

    @Override
    public void define(ChannelDefinition definition) {
        if (channels.has(definition.name())) {
            throw ChannelPool.alreadyDefined(definition.name());
        }
        channels.add(new GsmChannel(
                definition.spec(), definition.modem(), ports, loop, jitter, settings.rest(), channelEvents));
    }

    @Override
    public ChannelLease lease(ChannelChoice choice) {
        List<GsmChannel> leased = channels.in(choice);
        if (leased.isEmpty()) {
            throw new IllegalArgumentException("no channel is in " + choice + "; " + channels.describe());
        }
        loop.execute(() -> startup.whenOpen(() -> leased.forEach(GsmChannel::lease)));
        AtomicBoolean returned = new AtomicBoolean();
        return () -> {
            // closing has closed the channels already, and the loop may have ended since
            if (!returned.getAndSet(true) && !closing.get()) {
                loop.execute(() -> startup.whenOpen(() -> leased.forEach(GsmChannel::release)));
            }
        };
    }

    @Override
    public CompletionStage<Submission> submit(OutboundMessage message) {
        return closing.get() ? CompletableFuture.failedFuture(closed()) : outbound.submit(message);
    }

    @Override
    public CompletionStage<MessageStatus> answered(MessageId id) {
        return outbound.answered(id);
    }

    @Override
    public CompletionStage<Optional<MessageStatus>> query(MessageId id) {
        return store.find(id).thenApply(found -> found.map(StoredMessage::status));
    }

    @Override
    public CompletionStage<List<MessageStatus>> find(MessageQuery query) {
        return store.find(query)
                .thenApply(found -> found.stream().map(StoredMessage::status).toList());
    }

    @Override
    public CompletionStage<Page<MessageStatus>> page(MessageQuery query, Optional<PageMark> after) {
        return store.page(query, after).thenApply(page -> page.map(StoredMessage::status));
    }

    @Override
    public CompletionStage<Page<InboundMessage>> inbound(InboundQuery query, Predicate<InboundMessage> wanted) {
        return store.inbound(query, wanted);
    }

    @Override
    public CompletionStage<List<TimelineEntry>> timeline(MessageId id) {
        return store.find(id).thenCombine(store.timeline(id), Timelines::whole);
    }

    @Override
    public CompletionStage<CancelResult> cancel(MessageId id) {
        return outbound.cancel(id);
    }

    @Override
    public CompletionStage<CancelResult> replace(MessageId id, MessageChanges changes) {
        return outbound.replace(id, changes);
    }

    @Override
    public Subscription subscribe(SubscriptionRequest request, EventHandler handler) {
        if (closing.get()) {
            throw closed();
        }
        return subscriptions.begin(request, handler);
    }

    @Override
    public CompletionStage<NoticeResult> take(InboundNotice notice) {
        return closing.get() ? CompletableFuture.failedFuture(closed()) : onLoop(() -> notices.take(notice));
    }

    @Override
    public CompletionStage<NoticeResult> take(CallNotice notice) {
        return closing.get()
                ? CompletableFuture.failedFuture(closed())
                : CompletableFuture.supplyAsync(() -> notices.take(notice), loop);
    }

    @Override
    public CompletionStage<Void> forget(String subscription) {
        return closing.get() ? CompletableFuture.failedFuture(closed()) : subscriptions.forget(subscription);
    }

    @Override
    public CompletionStage<Set<String>> subscriptions() {
        return store.outbox()
                .subscriptions()
                .thenApply(all -> all.stream().map(StoredSubscription::name).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public CompletionStage<Long> backlog() {
        Instant now = loop.instant();
        return store.backlog(now, now)
                .thenApply(
                        waiting -> waiting.stream().mapToLong(Backlog::messages).sum());
    }

    @Override
    public CompletionStage<AccountUsage> accountUsage(String account) {
        return store.accountUsage(account, LocalDate.ofInstant(loop.instant(), settings.budgetZone()));
    }

    @Override
    public Mailbox mailbox(String name, int capacity) {
        return new StoredMailbox(store.mailboxes(), name, capacity, loop);
    }

    @Override
    public EventLines eventLines() {
        return eventLines;
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
        return withChannel(channel, found -> ussd.once(found, code));
    }

    @Override
    public UssdSessions ussdSessions() {
        return ussd;
    }

    @Override
    public CompletionStage<Void> cancelUssd(String channel) {
        return withChannel(channel, GsmChannel::cancelUssd);
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
            interruptions.stop();
            housekeeping.stop();
            CompletableFuture<Void> quiet = sender.drained().toCompletableFuture();
            loop.schedule(settings.closeWithin(), () -> quiet.complete(null));
            return quiet.thenComposeAsync(done -> closeAll(), loop);
        });
    }

    private CompletionStage<Void> closeAll() {
        hub.close();
        retries.stop();
        waiters.failAll(closed());
        CompletableFuture<?>[] stops = channels.all().stream()
                .map(channel -> channel.close().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> stopped = CompletableFuture.allOf(stops);
        loop.schedule(settings.closeWithin(), () -> stopped.complete(null));
        return stopped.whenCompleteAsync(
                (done, failure) -> {
                    hub.stop();
                    store.close();
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

    private Optional<ChannelSpec> spec(String channel) {
        return channels.find(channel).map(GsmChannel::spec);
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the gateway is closed");
    }

    /** Something to be done with a channel on the loop. */
    @FunctionalInterface
    private interface ChannelAction<T> {
        CompletionStage<T> on(GsmChannel channel);
    }
}
