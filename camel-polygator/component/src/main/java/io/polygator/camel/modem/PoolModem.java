package io.polygator.camel.modem;

import io.polygator.camel.door.RouteRunner;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.mailbox.Mailbox;
import io.polygator.gateway.mailbox.MailboxFullException;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gateway.mailbox.Placement;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.netty.NettyLoop;
import io.polygator.gsm.transport.netty.TcpAcceptor;
import io.polygator.gsm.transport.netty.TcpLimits;
import io.polygator.gsm.virtualmodem.AtServerSettings;
import io.polygator.gsm.virtualmodem.CommandSet;
import io.polygator.gsm.virtualmodem.ModemPort;
import io.polygator.gsm.virtualmodem.ServedCalls;
import io.polygator.gsm.virtualmodem.ServedModem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** One virtual modem that listens on a port, with its durable storage. Thread-safe. */
final class PoolModem implements AutoCloseable {
    /** Octets of a message in a list: 160 characters of four digits each, and what is said of it. */
    private static final int LONGEST_LISTED = 1024;

    private static final Duration STORE_PATIENCE = Duration.ofSeconds(30);

    /** A call that began earlier is over: the gateway was not there to tell of it. */
    private static final Duration CALL_IS_NEWS = Duration.ofSeconds(30);

    private final VirtualModemIdentity identity;
    private final NettyLoop loop;
    private final Mailbox mailbox;
    private final SlotStorage storage;
    private final ServedCalls calls;
    private final ModemPort port;
    private final List<TcpAcceptor> acceptors;
    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicLong withoutRoom = new AtomicLong();

    private PoolModem(
            VirtualModemIdentity identity,
            NettyLoop loop,
            Mailbox mailbox,
            SlotStorage storage,
            ServedCalls calls,
            ModemPort port,
            List<TcpAcceptor> acceptors) {
        this.identity = identity;
        this.loop = loop;
        this.mailbox = mailbox;
        this.storage = storage;
        this.calls = calls;
        this.port = port;
        this.acceptors = acceptors;
    }

    /**
     * Listens, with what the modem held when it last did.
     *
     * @param acceptors on the loop
     * @throws LinkException if it cannot listen, with the remedy
     */
    static PoolModem open(
            VirtualModemIdentity identity,
            List<TcpAcceptor> acceptors,
            PolygatorModemConfiguration options,
            SmsGateway gateway,
            Gatekeeper gatekeeper,
            RouteRunner route,
            NettyLoop loop)
            throws LinkException {
        Mailbox mailbox = gateway.mailbox(identity.name(), options.getCapacity() + options.getMaxWaiting());
        SlotStorage storage = SlotStorage.of(loop, mailbox, options.getCapacity(), await(mailbox.list()));
        CompletableFuture<ModemPort> opened = new CompletableFuture<>();
        PoolOwner owner = new PoolOwner(
                loop,
                gateway,
                identity.channels(),
                options.getAnswer(),
                new SubmitDesk(identity, options.getAnswer(), gateway, route),
                rate(identity, gatekeeper),
                (status, text) -> opened.thenAccept(port -> port.ussd(status, text)),
                lastReference(identity, gateway));
        ServedCalls calls = new ServedCalls(loop);
        ModemPort port = new ModemPort(
                loop,
                new ServedModem(owner, storage, calls),
                CommandSet.forClients(),
                AtServerSettings.forClients(),
                options.getMaxClients());
        opened.complete(port);
        storage.onShown(port::announce);
        calls.ringAt(port);
        PoolModem modem = new PoolModem(identity, loop, mailbox, storage, calls, port, acceptors);
        modem.listen(new ClientAdmission(gatekeeper, identity.account(), options.getLogin()));
        return modem;
    }

    /** A client asks for the list of all messages in one command, and a slow network takes its time for it. */
    static TcpLimits limits(int capacity) {
        TcpLimits usual = TcpLimits.defaults();
        int octets = usual.unsentOctets() + capacity * LONGEST_LISTED;
        return new TcpLimits(usual.connectTimeout(), octets, usual.acceptedLinks());
    }

    private void listen(ClientAdmission admission) throws LinkException {
        try {
            for (TcpAcceptor acceptor : acceptors) {
                acceptor.listen(() -> new AdmittedClient(identity.name(), port, admission, clients));
            }
        } catch (LinkException e) {
            close();
            throw e;
        }
    }

    private static Supplier<Duration> rate(VirtualModemIdentity identity, Gatekeeper gatekeeper) {
        return () -> identity.account()
                .flatMap(account -> gatekeeper.accounts().find(account))
                .map(account -> gatekeeper.rates().take(account, 1))
                .orElse(Duration.ZERO);
    }

    /** Goes on where it ended, so that reports of older messages are not taken for those of newer ones. */
    private static MessageReference lastReference(VirtualModemIdentity identity, SmsGateway gateway) {
        return await(gateway.find(MessageQuery.newest(1).referredToAs(identity.name()))).stream()
                .flatMap(status -> status.origin().context().stream())
                .flatMap(context -> SubmitMemo.decode(context).stream())
                .map(SubmitMemo::reference)
                .findFirst()
                .orElse(new MessageReference(0));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(STORE_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    VirtualModemIdentity identity() {
        return identity;
    }

    int clients() {
        return clients.get();
    }

    /** For how many events there was no room since the modem was opened. */
    long withoutRoom() {
        return withoutRoom.get();
    }

    /**
     * Puts what came in into the storage and tells the clients.
     *
     * @return once it is durable, true; false when there is no room for all of it
     */
    CompletionStage<Boolean> put(List<Arrival> arrivals) {
        CompletionStage<Boolean> done = CompletableFuture.completedStage(true);
        for (Arrival arrival : arrivals) {
            done = done.thenCompose(room -> room ? put(arrival) : CompletableFuture.completedStage(false));
        }
        return done.thenApply(this::counted);
    }

    private boolean counted(boolean room) {
        if (!room) {
            withoutRoom.incrementAndGet();
        }
        return room;
    }

    private CompletionStage<Boolean> put(Arrival arrival) {
        return isWanted(arrival)
                .thenCompose(wanted -> wanted ? store(arrival) : CompletableFuture.completedStage(true));
    }

    /** A report that the clients have said they do not want must not fill the storage. */
    private CompletionStage<Boolean> isWanted(Arrival arrival) {
        if (arrival.kind() != MailboxItem.Kind.REPORT) {
            return CompletableFuture.completedStage(true);
        }
        CompletableFuture<Boolean> wanted = new CompletableFuture<>();
        loop.execute(() -> wanted.complete(port.wantsReports()));
        return wanted;
    }

    private CompletionStage<Boolean> store(Arrival arrival) {
        MailboxItem item = arrival.item();
        return mailbox.put(item).thenApply(place -> shown(item, place)).exceptionallyCompose(PoolModem::noRoom);
    }

    private boolean shown(MailboxItem item, Placement place) {
        loop.execute(() -> storage.onPut(item, place));
        return true;
    }

    private static CompletionStage<Boolean> noRoom(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof MailboxFullException
                ? CompletableFuture.completedStage(false)
                : CompletableFuture.failedStage(failure);
    }

    /** Lets a call ring at the clients, unless it is an old one. */
    void rings(String channel, Optional<String> caller, Instant since) {
        loop.execute(() -> {
            if (Duration.between(since, loop.instant()).compareTo(CALL_IS_NEWS) <= 0) {
                calls.rings(channel, caller);
            }
        });
    }

    /** The channel's call rings no more. */
    void callEnded(String channel) {
        loop.execute(() -> calls.ended(channel));
    }

    /** What the modem would show as its service centre. */
    Optional<SmsAddress> smsc(SmsGateway gateway) {
        return ChannelValues.of(identity.channels().in(gateway.channels())).smsc();
    }

    /** With a reset: Kannel does not connect again after an ordinary end as long as it has messages to send. */
    @Override
    public void close() {
        acceptors.forEach(TcpAcceptor::reset);
    }
}
