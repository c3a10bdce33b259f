package io.polygator.camel.polygator;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.ChannelLease;
import io.polygator.gateway.DeadLetters;
import io.polygator.gateway.EventHandler;
import io.polygator.gateway.EventLines;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.Subscription;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.UssdSessions;
import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.message.CallNotice;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundNotice;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.NoticeResult;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gateway.message.Submission;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.quota.AccountUsage;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A gateway without channels of its own: remembers what it is asked and answers what a test says. Thread-safe. */
final class RememberingGateway implements SmsGateway {

    final List<OutboundMessage> submitted = new CopyOnWriteArrayList<>();
    final List<ChannelChoice> leased = new CopyOnWriteArrayList<>();
    final List<SubscriptionRequest> subscriptions = new CopyOnWriteArrayList<>();
    final List<MessageQuery> pages = new CopyOnWriteArrayList<>();
    final List<InboundMessage> arrived = new CopyOnWriteArrayList<>();
    final List<String> controlled = new CopyOnWriteArrayList<>();
    final CompletableFuture<MessageStatus> answer = new CompletableFuture<>();
    CancelResult cancelResult = CancelResult.DONE;
    final Map<String, List<TimelineEntry>> timelines = new ConcurrentHashMap<>();
    final RememberingDeadLetters deadLetters = new RememberingDeadLetters();

    final List<OutboundMessage> refused = new CopyOnWriteArrayList<>();

    volatile @Nullable Exception submitFailure;

    @Nullable
    Exception queryFailure;

    boolean closed;

    final List<MessageChanges> replaced = new ArrayList<>();
    private final Map<String, ChannelDefinition> channels = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile @Nullable EventHandler handler;

    @Override
    public void define(ChannelDefinition channel) {
        if (channels.putIfAbsent(channel.name(), channel) != null) {
            throw new IllegalArgumentException(channel.name() + " is defined already");
        }
    }

    List<ChannelDefinition> defined() {
        return new ArrayList<>(channels.values());
    }

    @Override
    public ChannelLease lease(ChannelChoice choice) {
        leased.add(choice);
        return () -> leased.remove(choice);
    }

    @Override
    public CompletionStage<Submission> submit(OutboundMessage message) {
        Exception failure = submitFailure;
        if (failure != null) {
            refused.add(message);
            return CompletableFuture.failedStage(failure);
        }
        submitted.add(message);
        return CompletableFuture.completedStage(
                new Submission(new MessageId(String.valueOf(submitted.size())), 1, Alphabet.GSM7, Optional.empty()));
    }

    @Override
    public CompletionStage<MessageStatus> answered(MessageId id) {
        return answer;
    }

    @Override
    public CompletionStage<List<TimelineEntry>> timeline(MessageId id) {
        return CompletableFuture.completedStage(timelines.getOrDefault(id.value(), List.of()));
    }

    @Override
    public CompletionStage<List<MessageStatus>> find(MessageQuery query) {
        return CompletableFuture.completedStage(List.of());
    }

    @Override
    public CompletionStage<Page<MessageStatus>> page(MessageQuery query, Optional<PageMark> after) {
        pages.add(query);
        return CompletableFuture.completedStage(
                new Page<>(List.of(), Optional.of(new PageMark(Instant.EPOCH, new MessageId("7")))));
    }

    @Override
    public CompletionStage<Page<InboundMessage>> inbound(InboundQuery query, Predicate<InboundMessage> wanted) {
        return CompletableFuture.completedStage(
                new Page<>(arrived.stream().filter(query::fits).filter(wanted).toList(), Optional.empty()));
    }

    @Override
    public UssdSessions ussdSessions() {
        return new RememberedUssd(controlled);
    }

    @Override
    public CompletionStage<NoticeResult> take(InboundNotice notice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<NoticeResult> take(CallNotice notice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventLines eventLines() {
        throw new UnsupportedOperationException("it keeps no events");
    }

    @Override
    public CompletionStage<Set<String>> subscriptions() {
        return CompletableFuture.completedStage(Set.of());
    }

    @Override
    public CompletionStage<Void> forget(String subscription) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Long> backlog() {
        return CompletableFuture.completedStage(0L);
    }

    @Override
    public CompletionStage<AccountUsage> accountUsage(String account) {
        return CompletableFuture.completedStage(new AccountUsage(0, 0));
    }

    @Override
    public Mailbox mailbox(String name, int capacity) {
        throw new UnsupportedOperationException("no mailboxes here");
    }

    @Override
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public CompletionStage<Optional<MessageStatus>> query(MessageId id) {
        if (queryFailure != null) {
            return CompletableFuture.failedStage(queryFailure);
        }
        return CompletableFuture.completedStage(
                Integer.parseInt(id.value()) > submitted.size()
                        ? Optional.empty()
                        : Optional.of(status(id.value(), MessageState.SENDING)));
    }

    static MessageStatus status(String id, MessageState state) {
        return status(id, state, List.of());
    }

    /** The same with one segment, of which the network reported this TP-ST. */
    static MessageStatus reported(String id, MessageState state, int tpStatus) {
        SegmentStatus segment = new SegmentStatus(
                1,
                state,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                1,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DeliveryStatus(tpStatus)),
                Optional.empty());
        return status(id, state, List.of(segment));
    }

    private static MessageStatus status(String id, MessageState state, List<SegmentStatus> segments) {
        return new MessageStatus(
                new MessageId(id),
                "+79000000001",
                Optional.empty(),
                Origin.of("camel"),
                true,
                state,
                Alphabet.GSM7,
                segments,
                Instant.EPOCH,
                Optional.empty(),
                state == MessageState.FAILED ? Optional.of("unknown subscriber") : Optional.empty());
    }

    @Override
    public CompletionStage<CancelResult> cancel(MessageId id) {
        return CompletableFuture.completedStage(cancelResult);
    }

    @Override
    public CompletionStage<CancelResult> replace(MessageId id, MessageChanges changes) {
        replaced.add(changes);
        return CompletableFuture.completedStage(cancelResult);
    }

    @Override
    public Subscription subscribe(SubscriptionRequest request, EventHandler events) {
        boolean taken = subscriptions.stream()
                .anyMatch(other -> other.name().isPresent() && other.name().equals(request.name()));
        if (taken) {
            throw new IllegalStateException("the subscription " + request.name().orElseThrow() + " is already at work");
        }
        subscriptions.add(request);
        handler = events;
        return new Subscription() {
            @Override
            public void retryNow() {
                // nothing rests here
            }

            @Override
            public void close() {
                subscriptions.remove(request);
                handler = null;
            }
        };
    }

    /** Hands the event to the subscriber. */
    CompletableFuture<Void> emit(GatewayEvent event) {
        EventHandler present = handler;
        if (present == null) {
            throw new IllegalStateException("nobody listens");
        }
        return present.handle(event).toCompletableFuture();
    }

    @Override
    public List<ChannelStatus> channels() {
        return channels.values().stream().map(RememberingGateway::status).toList();
    }

    private static ChannelStatus status(ChannelDefinition channel) {
        return new ChannelStatus(
                channel.name(),
                channel.gateway(),
                channel.groups(),
                channel.address(),
                channel.name().endsWith("-1") ? ChannelStatus.State.REGISTERED : ChannelStatus.State.CONNECTING,
                "",
                modem(),
                new ChannelStatus.Counters(0, 0, 0, 0, 0, 0));
    }

    static ModemStatus modem() {
        return new ModemStatus(
                ModemState.READY,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Override
    public CompletionStage<UssdReply> ussd(String channel, String code) {
        return CompletableFuture.completedStage(new UssdReply(UssdReply.Status.FINAL, channel + " says " + code));
    }

    @Override
    public CompletionStage<Void> cancelUssd(String channel) {
        controlled.add(channel + " CANCEL_USSD");
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> control(String channel, ChannelControl control) {
        controlled.add(channel + " " + control);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        closed = true;
    }
}
