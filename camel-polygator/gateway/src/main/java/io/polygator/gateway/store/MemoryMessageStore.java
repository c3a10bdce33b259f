package io.polygator.gateway.store;

import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundQuery;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.quota.AccountClaim;
import io.polygator.gateway.quota.AccountUsage;
import io.polygator.gateway.quota.BudgetExhaustedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A store that lasts as long as the process. It holds a bounded number of messages; when it is full it forgets the
 * oldest concluded ones and, when there are none, refuses new ones. Thread-safe; every stage is complete on return.
 */
public final class MemoryMessageStore implements MessageStore {
    private final int maximumMessages;
    private final Map<MessageId, StoredMessage> messages = new LinkedHashMap<>();
    private final MemorySiblings siblings = new MemorySiblings(messages);
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryMailboxes mailboxes;
    private final MemoryQueue queue = new MemoryQueue(messages);
    private final Set<MessageId> concluded = new LinkedHashSet<>();
    private final Map<String, MessageId> idempotencyKeys = new HashMap<>();
    private final Map<String, Set<MessageId>> sentTo = new HashMap<>();
    private final Map<Long, OrphanReport> orphans = new LinkedHashMap<>();
    private final MemoryInbound inbound;
    private final MemoryArrivals arrivals;
    private final MemoryTimelines timelines;
    private final MemoryBudget budget;
    private final MemoryOutbox outbox;
    private long lastOrphan;
    private boolean closed;

    /** @param maximumMessages how many messages, inbound segments, orphans, and events per subscription it may hold */
    public MemoryMessageStore(int maximumMessages) {
        this.maximumMessages = maximumMessages;
        inbound = new MemoryInbound(maximumMessages);
        arrivals = new MemoryArrivals(maximumMessages);
        timelines = new MemoryTimelines(maximumMessages);
        mailboxes = new MemoryMailboxes(maximumMessages);
        budget = new MemoryBudget(maximumMessages);
        outbox = new MemoryOutbox(maximumMessages, timelines::add);
    }

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public MemoryOutbox outbox() {
        return outbox;
    }

    @Override
    public MemoryMailboxes mailboxes() {
        return mailboxes;
    }

    @Override
    public synchronized CompletionStage<StoredMessage> accept(
            StoredMessage message, Instant keysSince, Optional<AccountClaim> claim) {
        if (closed) {
            return refused(closedError());
        }
        Optional<StoredMessage> earlier = message.request()
                .idempotencyKey()
                .map(idempotencyKeys::get)
                .map(messages::get)
                .filter(known -> !known.acceptedAt().isBefore(keysSince));
        if (earlier.isPresent()) {
            return CompletableFuture.completedStage(earlier.get());
        }
        Optional<BudgetExhaustedException> refusal =
                claim.flatMap(asked -> asked.refusal(accounts.usage(asked.account(), asked.day())));
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (!hasRoom()) {
            return refused(new StoreFullException("the store holds its maximum of " + maximumMessages
                    + " messages that are not concluded; submit later or raise the maximum"));
        }
        message.request().idempotencyKey().ifPresent(key -> idempotencyKeys.put(key, message.id()));
        claim.ifPresent(accounts::book);
        StoredMessage placed = siblings.accept(message);
        put(placed);
        return CompletableFuture.completedStage(placed);
    }

    @Override
    public synchronized CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return CompletableFuture.completedStage(Optional.ofNullable(messages.get(id)));
    }

    @Override
    public synchronized CompletionStage<List<StoredMessage>> find(MessageQuery query) {
        return CompletableFuture.completedStage(MemorySearch.find(query, messages));
    }

    @Override
    public synchronized CompletionStage<Page<StoredMessage>> page(MessageQuery query, Optional<PageMark> after) {
        return CompletableFuture.completedStage(MemorySearch.page(query, after, messages.values()));
    }

    @Override
    public synchronized CompletionStage<Optional<StoredMessage>> findByKey(String key, Instant since) {
        return CompletableFuture.completedStage(
                Optional.ofNullable(idempotencyKeys.get(key)).map(messages::get).filter(known -> !known.acceptedAt()
                        .isBefore(since)));
    }

    @Override
    public synchronized CompletionStage<List<Backlog>> backlog(Instant now, Instant rankUntil) {
        return CompletableFuture.completedStage(messages.values().stream()
                .filter(message ->
                        message.dueAt().filter(due -> !due.isAfter(now)).isPresent()
                                && !message.rank().isAfter(rankUntil))
                .collect(Collectors.groupingBy(message -> message.request().channels(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(waiting -> new Backlog(waiting.getKey(), waiting.getValue()))
                .toList());
    }

    @Override
    public synchronized CompletionStage<Page<InboundMessage>> inbound(
            InboundQuery query, Predicate<InboundMessage> wanted) {
        return CompletableFuture.completedStage(arrivals.page(query, wanted));
    }

    @Override
    public synchronized CompletionStage<Optional<Updated>> update(MessageId id, MessageEdit edit) {
        StoredMessage before = messages.get(id);
        if (closed) {
            return refused(closedError());
        }
        if (before == null) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        Edited edited = edit.apply(before);
        put(edited.message());
        if (!before.answered() && edited.message().answered()) {
            siblings.released(edited.message()).forEach(this::put);
        }
        outbox.add(edited.events());
        timelines.add(edited.entries());
        budget.book(edited.bookings());
        return CompletableFuture.completedStage(Optional.of(new Updated(before, edited.message(), edited.events())));
    }

    @Override
    public synchronized CompletionStage<Work> due(WorkRequest request) {
        return CompletableFuture.completedStage(queue.due(request));
    }

    @Override
    public synchronized CompletionStage<Work> overdue(Instant now, int limit) {
        return CompletableFuture.completedStage(queue.overdue(now, limit));
    }

    @Override
    public synchronized CompletionStage<List<StoredMessage>> interrupted(int limit) {
        return CompletableFuture.completedStage(List.of());
    }

    @Override
    public CompletionStage<List<TimelineEntry>> timeline(MessageId id) {
        return CompletableFuture.completedStage(timelines.of(id));
    }

    @Override
    public synchronized CompletionStage<SimUsage> usage(String imsi, Instant since) {
        return CompletableFuture.completedStage(budget.usage(imsi, since));
    }

    @Override
    public synchronized CompletionStage<AccountUsage> accountUsage(String account, LocalDate day) {
        return CompletableFuture.completedStage(accounts.usage(account, day));
    }

    @Override
    public synchronized CompletionStage<Optional<SentSegment>> lastSent(String imsi) {
        return CompletableFuture.completedStage(messages.values().stream()
                .flatMap(message -> message.segments().stream().flatMap(segment -> placed(message, segment).stream()))
                .filter(sent -> sent.placement().imsi().equals(Optional.of(imsi)))
                .max(Comparator.comparing(sent -> sent.placement().sentAt())));
    }

    @Override
    public synchronized CompletionStage<List<SentSegment>> sent(SentQuery query, int limit) {
        List<SentSegment> found = new ArrayList<>();
        for (MessageId id : sentTo.getOrDefault(DialledNumber.indexKey(query.recipient()), Set.of())) {
            StoredMessage message = messages.get(id);
            if (message != null) {
                message.segments()
                        .forEach(segment -> sentSegment(message, segment, query).ifPresent(found::add));
            }
        }
        Comparator<SentSegment> newestFirst =
                Comparator.comparing(sent -> sent.placement().sentAt(), Comparator.reverseOrder());
        return CompletableFuture.completedStage(
                found.stream().sorted(newestFirst).limit(limit).toList());
    }

    @Override
    public synchronized CompletionStage<Void> keepOrphan(OrphanReport orphan) {
        if (orphans.size() >= maximumMessages) {
            orphans.remove(orphans.keySet().iterator().next());
        }
        lastOrphan++;
        orphans.put(lastOrphan, orphan.numbered(lastOrphan));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<List<OrphanReport>> orphans(SentQuery query) {
        String key = DialledNumber.indexKey(query.recipient());
        return CompletableFuture.completedStage(orphans.values().stream()
                .filter(orphan -> key.equals(
                        DialledNumber.indexKey(orphan.report().recipient().value())))
                .filter(orphan -> sameSim(query.imsi(), orphan.imsi()))
                .toList());
    }

    @Override
    public synchronized CompletionStage<Void> dropOrphan(long number) {
        orphans.remove(number);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Received> receive(InboundSegment segment, Joiner joiner) {
        if (inbound.knows(segment)) {
            return CompletableFuture.completedStage(new Received(true, Joined.nothing()));
        }
        if (closed) {
            return refused(closedError());
        }
        if (inbound.isFull()) {
            return refused(new StoreFullException("the store holds its maximum of " + maximumMessages
                    + " inbound segments that wait for the rest of their message"));
        }
        inbound.keep(segment);
        Joined joined = joiner.join(inbound.group(segment.group()));
        if (!outbox.hasRoomFor(joined.events())) {
            inbound.undo(segment);
            return refused(new StoreFullException("a subscription holds its maximum of " + maximumMessages
                    + " events; see why its handler is slow or failing"));
        }
        return CompletableFuture.completedStage(new Received(false, finish(segment.group(), joined)));
    }

    @Override
    public synchronized CompletionStage<Void> forget(List<String> fingerprints) {
        inbound.forget(fingerprints);
        arrivals.forget(fingerprints);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<List<String>> staleGroups(Instant receivedBefore, int limit) {
        return CompletableFuture.completedStage(inbound.staleGroups(receivedBefore, limit));
    }

    @Override
    public synchronized CompletionStage<Joined> join(String group, Joiner joiner) {
        List<InboundSegment> waiting = inbound.group(group);
        Joined joined = waiting.isEmpty() ? Joined.nothing() : joiner.join(waiting);
        if (!outbox.hasRoomFor(joined.events())) {
            return refused(new StoreFullException("a subscription holds its maximum of " + maximumMessages
                    + " events; see why its handler is slow or failing"));
        }
        return CompletableFuture.completedStage(finish(group, joined));
    }

    @Override
    public synchronized CompletionStage<Void> prune(Retention retention) {
        List.copyOf(concluded).stream()
                .map(messages::get)
                .filter(message -> message != null && message.acceptedAt().isBefore(retention.concludedBefore()))
                .forEach(this::remove);
        orphans.values().removeIf(orphan -> orphan.receivedAt().isBefore(retention.orphansBefore()));
        inbound.forgetFingerprints(retention.fingerprintsBefore());
        arrivals.forget(retention.concludedBefore());
        timelines.forget(retention.concludedBefore(), messages::containsKey);
        budget.forget(retention.bookingsBefore());
        accounts.forget(LocalDate.ofInstant(retention.bookingsBefore(), ZoneOffset.UTC));
        mailboxes.forgetKeys(retention.mailboxKeysBefore());
        outbox.forgetDeadLetters(retention.deadLettersBefore());
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private boolean hasRoom() {
        if (messages.size() >= maximumMessages && !concluded.isEmpty()) {
            StoredMessage oldest = messages.get(concluded.iterator().next());
            if (oldest != null) {
                remove(oldest);
            }
        }
        return messages.size() < maximumMessages;
    }

    private void put(StoredMessage message) {
        messages.put(message.id(), message);
        queue.file(message);
        if (message.concluded()) {
            concluded.add(message.id());
        } else {
            concluded.remove(message.id());
        }
        if (message.segments().stream().anyMatch(segment -> segment.placement().isPresent())) {
            sentTo.computeIfAbsent(indexKey(message), key -> new LinkedHashSet<>())
                    .add(message.id());
        }
    }

    private void remove(StoredMessage message) {
        messages.remove(message.id());
        concluded.remove(message.id());
        timelines.remove(message.id());
        siblings.remove(message);
        queue.remove(message.id());
        message.request().idempotencyKey().ifPresent(key -> idempotencyKeys.remove(key, message.id()));
        sentTo.computeIfPresent(indexKey(message), (key, ids) -> {
            ids.remove(message.id());
            return ids.isEmpty() ? null : ids;
        });
    }

    private Joined finish(String group, Joined joined) {
        inbound.release(group, joined.used());
        Joined told = joined.without(arrivals.add(joined.arrivals()));
        outbox.add(told.events());
        timelines.add(told.entries());
        return told;
    }

    private static Optional<SentSegment> sentSegment(StoredMessage message, StoredSegment segment, SentQuery query) {
        return placed(message, segment)
                .filter(sent -> segment.mayHaveLeft()
                        && (segment.possibleDuplicate()
                                || sameSim(query.imsi(), sent.placement().imsi())));
    }

    private static Optional<SentSegment> placed(StoredMessage message, StoredSegment segment) {
        return segment.placement()
                .map(placement ->
                        new SentSegment(message.id(), message.request().to(), placement, segment));
    }

    private static boolean sameSim(Optional<String> asked, Optional<String> known) {
        return asked.isEmpty() || known.isEmpty() || asked.equals(known);
    }

    private static String indexKey(StoredMessage message) {
        return DialledNumber.indexKey(message.request().to().value());
    }

    private static IllegalStateException closedError() {
        return new IllegalStateException("the store is closed");
    }

    private static <T> CompletionStage<T> refused(Exception why) {
        return CompletableFuture.failedStage(why);
    }
}
