package io.polygator.camel.modem;

import io.polygator.camel.door.OpenDoor;
import io.polygator.camel.door.RouteRunner;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.EventRefusedException;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.InboundTraits;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import io.polygator.gsm.transport.netty.NettyLoop;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.ServerTls;
import io.polygator.gsm.transport.netty.TcpAcceptor;
import io.polygator.gsm.transport.netty.TcpLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import org.apache.camel.Message;

/** The virtual modems of one endpoint. Thread-safe. */
final class VirtualModems implements OpenDoor {
    private final SmsGateway gateway;
    private final Gatekeeper gatekeeper;
    private final NettyLoops loops;
    private final List<PoolModem> modems = new ArrayList<>();

    private VirtualModems(SmsGateway gateway, Gatekeeper gatekeeper, NettyLoops loops) {
        this.gateway = gateway;
        this.gatekeeper = gatekeeper;
        this.loops = loops;
    }

    /**
     * Listens on all ports.
     *
     * @param keys for those of option tlsPorts
     * @throws IllegalArgumentException if the channels do not go into the ports, or strangers could reach them
     * @throws LinkException if one cannot be listened on, with the remedy
     */
    static VirtualModems open(
            ModemPorts address,
            PolygatorModemConfiguration options,
            Optional<SSLContext> keys,
            SmsGateway gateway,
            Gatekeeper gatekeeper,
            RouteRunner route)
            throws LinkException {
        ModemPlan plan = ModemPlan.of(
                address,
                options,
                gateway.channels().stream().map(ChannelNames::of).toList());
        Optional<ServerTls> tls = keys.map(own -> ServerTls.of(own, options.getClientCertificates()));
        List<Tcp> ports = plan.ports();
        VirtualModems opened = new VirtualModems(gateway, gatekeeper, new NettyLoops());
        try {
            for (int i = 0; i < ports.size(); i++) {
                VirtualModemIdentity identity = VirtualModemIdentity.of(
                        ports.get(i).port(), plan.channels().get(i), Optional.ofNullable(options.getAccount()));
                NettyLoop loop = opened.loops.next();
                TcpLimits limits = PoolModem.limits(options.getCapacity());
                List<TcpAcceptor> acceptors = new ArrayList<>(List.of(new TcpAcceptor(loop, ports.get(i), limits)));
                if (tls.isPresent() && !plan.encrypted().isEmpty()) {
                    acceptors.add(new TcpAcceptor(loop, plan.encrypted().get(i), limits, tls.get()));
                }
                opened.modems.add(PoolModem.open(identity, acceptors, options, gateway, gatekeeper, route, loop));
            }
            return opened;
        } catch (LinkException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** How many clients each modem has, by its name. */
    Map<String, Integer> clients() {
        Map<String, Integer> clients = new LinkedHashMap<>();
        modems.forEach(modem -> clients.put(modem.identity().name(), modem.clients()));
        return clients;
    }

    /** For how many events a modem had no room, by the modem's name; those that had for all are left out. */
    Map<String, Long> withoutRoom() {
        Map<String, Long> withoutRoom = new LinkedHashMap<>();
        modems.stream()
                .filter(modem -> modem.withoutRoom() > 0)
                .forEach(modem -> withoutRoom.put(modem.identity().name(), modem.withoutRoom()));
        return withoutRoom;
    }

    /**
     * Puts what an event says into the storages of the modems that it concerns, or lets them ring.
     *
     * @return fails with {@link EventRefusedException} when some have no room, once all the others have it
     * @throws IllegalArgumentException if the exchange is no event inbound, report or call
     */
    CompletionStage<Void> put(Message message) {
        String event = message.getHeader(PolygatorConstants.EVENT, "", String.class);
        return switch (event) {
            case "inbound" -> inbound(message);
            case "report" -> report(message);
            case "call" -> call(message);
            default ->
                throw new IllegalArgumentException("header " + PolygatorConstants.EVENT + "=" + event
                        + ": polygator-modem: takes the events inbound, report and call");
        };
    }

    /** To all that may have it, also when one of them has no room. */
    private CompletionStage<Void> inbound(Message message) {
        Map<PoolModem, CompletableFuture<Boolean>> puts = new LinkedHashMap<>();
        concerned(message)
                .forEach(modem -> puts.put(
                        modem,
                        modem.put(InboundSegments.of(message, modem.smsc(gateway)))
                                .toCompletableFuture()));
        return CompletableFuture.allOf(puts.values().toArray(CompletableFuture[]::new))
                .thenRun(() -> requireRoom(puts));
    }

    /** What one modem has no room for must hold up nothing that is for the others. */
    private static void requireRoom(Map<PoolModem, CompletableFuture<Boolean>> puts) {
        List<String> full = puts.entrySet().stream()
                .filter(put -> !put.getValue().join())
                .map(put -> put.getKey().identity().name())
                .toList();
        if (!full.isEmpty()) {
            throw new EventRefusedException("no room in " + String.join(", ", full)
                    + ": read and delete there, and replay this for them; whoever had room has it");
        }
    }

    /** It rings at all that may hear of the caller's messages. */
    private CompletionStage<Void> call(Message message) {
        String channel = message.getHeader(PolygatorConstants.CHANNEL, "", String.class);
        boolean rings = "ringing".equals(message.getHeader(PolygatorConstants.CALL, String.class));
        Optional<String> caller = Optional.ofNullable(message.getHeader(PolygatorConstants.FROM, String.class));
        Instant at = message.getHeader(PolygatorConstants.RECEIVED_AT, Instant.class);
        concerned(message).forEach(modem -> {
            if (rings) {
                modem.rings(channel, caller, at);
            } else {
                modem.callEnded(channel);
            }
        });
        return CompletableFuture.completedStage(null);
    }

    private List<PoolModem> concerned(Message message) {
        return modems.stream()
                .filter(modem -> concerns(modem.identity(), message))
                .toList();
    }

    private boolean concerns(VirtualModemIdentity modem, Message message) {
        String name = message.getHeader(PolygatorConstants.CHANNEL, "", String.class);
        return gateway.channels().stream()
                .filter(channel -> channel.name().equals(name))
                .anyMatch(channel -> modem.channels().includes(channel) && mayHear(modem, channel, message));
    }

    private boolean mayHear(VirtualModemIdentity modem, ChannelStatus channel, Message message) {
        return modem.account().isEmpty()
                || gatekeeper
                        .accounts()
                        .find(modem.account().get())
                        .filter(account -> claims(account, channel, message))
                        .isPresent();
    }

    private static boolean claims(Account account, ChannelStatus channel, Message message) {
        return account.inbound()
                .includes(new InboundTraits(
                        channel.name(),
                        channel.gateway(),
                        channel.groups(),
                        Optional.ofNullable(message.getHeader(PolygatorConstants.TO, String.class))
                                .or(() -> channel.modem().subscriber()),
                        message.getHeader(PolygatorConstants.FROM, "", String.class),
                        message.getBody() instanceof String text ? text : ""));
    }

    /** To the modem whose client sent the message, if it is one of these. */
    private CompletionStage<Void> report(Message message) {
        Optional<SubmitMemo> memo = SubmitMemo.decode(message.getHeader(PolygatorConstants.CONTEXT, "", String.class));
        Optional<PoolModem> sender = memo.flatMap(known -> modems.stream()
                .filter(modem -> modem.identity().name().equals(known.modem()))
                .findFirst());
        if (memo.isEmpty() || sender.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        return StatusReports.of(memo.get(), message, sender.get().smsc(gateway))
                .map(arrival -> report(sender.get(), arrival))
                .orElseGet(() -> CompletableFuture.completedStage(null));
    }

    private static CompletionStage<Void> report(PoolModem sender, Arrival arrival) {
        CompletableFuture<Boolean> put = sender.put(List.of(arrival)).toCompletableFuture();
        return put.thenRun(() -> requireRoom(Map.of(sender, put)));
    }

    @Override
    public void close() {
        modems.forEach(PoolModem::close);
        loops.close();
    }
}
