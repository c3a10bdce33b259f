package io.polygator.gateway;

import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.message.CallNotice;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelControl;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundNotice;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageBody;
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
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gsm.modem.UssdReply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * The one door to the GSM channels. Thread-safe; no method blocks; stages complete on the gateway's own threads, whose
 * work callers must not hold up.
 */
public interface SmsGateway extends AutoCloseable {

    /** Makes a channel known; it is connected once somebody leases it. A second definition of a name is refused. */
    void define(ChannelDefinition channel);

    /**
     * Opens the channels and keeps them open until the lease is closed. They open as soon as the store tells who
     * subscribes and what an earlier run left open is settled.
     *
     * @throws IllegalArgumentException if the choice names nothing that is defined; the message lists what is
     */
    ChannelLease lease(ChannelChoice channels);

    /**
     * Takes a message. The stage completes once the message is stored; it fails with {@link SubmitRefusedException}
     * when a field is wrong, with {@link BudgetExhaustedException} when its account may submit no more, with {@link
     * TooLateException} when it would not leave before its validity ends, and with what the store says when it cannot be stored: then, in rare cases, it is sent all
     * the same, so whoever submits it again should name an idempotency key.
     */
    CompletionStage<Submission> submit(OutboundMessage message);

    /** Messages that fit the query, newest first. */
    CompletionStage<List<MessageStatus>> find(MessageQuery query);

    /**
     * A page of them, which costs little however few fit. {@link MessageQuery#after} does not count here.
     *
     * @param after where the page before ended; empty for the first
     */
    CompletionStage<Page<MessageStatus>> page(MessageQuery query, Optional<PageMark> after);

    /**
     * A page of the messages that came in, newest first.
     *
     * @param wanted which of those that fit the query are meant; a pure function
     */
    CompletionStage<Page<InboundMessage>> inbound(InboundQuery query, Predicate<InboundMessage> wanted);

    /** Completes once the network (or our own rules) has answered for every segment: none is queued or being sent. */
    CompletionStage<MessageStatus> answered(MessageId id);

    CompletionStage<Optional<MessageStatus>> query(MessageId id);

    /** What happened to a message, outbound or inbound, oldest first; empty when it is unknown. */
    CompletionStage<List<TimelineEntry>> timeline(MessageId id);

    /** Takes back a message of which nothing has left. */
    CompletionStage<CancelResult> cancel(MessageId id);

    /**
     * Makes a message of which nothing has left say something else, or leave at other times, or ask for a report. Its
     * place among messages of the same moment of sending stays. Fails with {@link SubmitRefusedException} when the
     * message could not be submitted like this.
     */
    CompletionStage<CancelResult> replace(MessageId id, MessageChanges changes);

    /** Gives a message of which nothing has left another body. */
    default CompletionStage<CancelResult> replace(MessageId id, MessageBody body) {
        return replace(id, MessageChanges.body(body));
    }

    /**
     * Hands events to the handler until the subscription is closed.
     *
     * @throws IllegalStateException if a subscription of this name is at work; the name is free again once that is
     *     closed
     */
    Subscription subscribe(SubscriptionRequest request, EventHandler handler);

    /**
     * Takes an inbound message that another program has. Its subscribers hear of it as of one that a modem received; a
     * message that both bring is told once. The stage completes once the message is safe; it fails with {@link
     * NobodySubscribesException} when nobody would hear of it, and with what the store says.
     */
    CompletionStage<NoticeResult> take(InboundNotice notice);

    /** The same for a call that rings; it waits in memory while the store cannot take it. */
    CompletionStage<NoticeResult> take(CallNotice notice);

    /**
     * Removes a durable subscription with the events that wait for it and its dead letters; fails with
     * IllegalStateException while it is at work. Nothing happens when there is none.
     */
    CompletionStage<Void> forget(String subscription);

    /** The names of all durable subscriptions for which events are kept, whether anybody handles them or not. */
    CompletionStage<Set<String>> subscriptions();

    /** Durable subscriptions for readers who come and go. */
    EventLines eventLines();

    /** The events that named subscriptions failed to handle until they were given up. */
    DeadLetters deadLetters();

    /** How many messages wait for a channel and may leave now: those for later are not among them. Counts the queue. */
    CompletionStage<Long> backlog();

    /** What an account has submitted today and this month, by the calendar of the budgets. */
    CompletionStage<AccountUsage> accountUsage(String account);

    /**
     * The storage of a virtual modem. It keeps what it holds when it is opened with a smaller capacity.
     *
     * @param name 1 to 64 characters
     * @param capacity how many slots it has, 1 to 20,000
     */
    Mailbox mailbox(String name, int capacity);

    /** Every defined channel, by name. */
    List<ChannelStatus> channels();

    /**
     * Runs a USSD request on one channel; fails with IllegalArgumentException for an unknown channel, and with
     * {@link UssdBusyException} while a session has the channel.
     */
    CompletionStage<UssdReply> ussd(String channel, String code);

    /** Dialogues over USSD. */
    UssdSessions ussdSessions();

    /**
     * Ends the USSD session of a channel, if one is open, and a request that waits for its answer, which then is {@code
     * TERMINATED}; fails with IllegalArgumentException for an unknown channel.
     */
    CompletionStage<Void> cancelUssd(String channel);

    CompletionStage<Void> control(String channel, ChannelControl control);

    /** Lets running sends finish within a bounded time, then closes every channel and the store. */
    @Override
    void close();
}
