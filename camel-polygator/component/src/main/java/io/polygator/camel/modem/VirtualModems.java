package io.polygator.camel.modem;

import io.polygator.camel.door.OpenDoor;
import io.polygator.camel.door.RouteRunner;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorConstants;
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
            List<Tcp> ports,
            PolygatorModemConfiguration options,
            Optional<SSLContext> keys,
            SmsGateway gateway,
            Gatekeeper gatekeeper,
            RouteRunner route)
            throws LinkException {
        ModemPlan plan = ModemPlan.of(
                ports,
                options,
                gateway.channels().stream().map(ChannelNames::of).toList());
        Optional<ServerTls> tls = keys.map(own -> ServerTls.of(own, options.getClientCertificates()));
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

    /**
     * Puts what an event says into the storages of the modems that it concerns.
     *
     * @throws IllegalArgumentException if the exchange is no event inbound or report
     */
    CompletionStage<Void> put(Message message) {
        String event = message.getHeader(PolygatorConstants.EVENT, "", String.class);
        return switch (event) {
            case "inbound" -> inbound(message);
            case "report" -> report(message);
            default ->
                throw new IllegalArgumentException("header " + PolygatorConstants.EVENT + "=" + event
                        + ": polygator-modem: takes the events inbound and report");
        };
    }

    /** To all that may have it, also when one of them has no room. */
    private CompletionStage<Void> inbound(Message message) {
        List<CompletableFuture<Void>> puts = modems.stream()
                .filter(modem -> concerns(modem.identity(), message))
                .map(modem -> modem.put(InboundSegments.of(message, modem.smsc(gateway)))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new));
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
                        Optional.ofNullable(message.getHeader(PolygatorConstants.TO, String.class)),
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
                .map(arrival -> sender.get().put(List.of(arrival)))
                .orElseGet(() -> CompletableFuture.completedStage(null));
    }

    @Override
    public void close() {
        modems.forEach(PoolModem::close);
        loops.close();
    }
}
