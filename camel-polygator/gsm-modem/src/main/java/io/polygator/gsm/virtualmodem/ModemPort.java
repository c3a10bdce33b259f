package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One modem that programs connect to, and whoever is connected now: every client has a session of its own. To be used on
 * its loop only, which must be that of the links.
 *
 * <p>What comes in goes to the newest client that wants it directly (+CMT, +CDS). If there is none it is stored, and
 * those who asked for it hear of it (+CMTI, +CDSI); a client that asks for direct delivery later, and does not look into
 * the storage itself, gets what was stored and is unread, which then leaves the storage.
 */
public final class ModemPort {
    private final Loop loop;
    private final VirtualModem modem;
    private final CommandSet commands;
    private final AtServerSettings settings;
    private final int mostClients;
    /** In the order in which they came. */
    private final List<PortClient> clients = new ArrayList<>();

    private final StoredHandover handover;

    /**
     * A port without clients.
     *
     * @param settings how each of them is treated
     * @param mostClients at least 1; one more is told that the port is in use, as ser2net does
     */
    public ModemPort(Loop loop, VirtualModem modem, CommandSet commands, AtServerSettings settings, int mostClients) {
        if (mostClients < 1) {
            throw new IllegalArgumentException("a port needs at least one client, was " + mostClients);
        }
        this.loop = loop;
        this.modem = modem;
        this.commands = commands;
        this.settings = settings;
        this.mostClients = mostClients;
        this.handover = new StoredHandover(modem, loop, this::servers);
    }

    /** A listener for one link that comes in. */
    public LinkListener accept() {
        return accept(settings);
    }

    /** A listener for one link whose client is treated in its own way. */
    public LinkListener accept(AtServerSettings own) {
        return new PortClient(this, own);
    }

    /** How many clients are connected. */
    public int clients() {
        return clients.size();
    }

    /**
     * A message has come in.
     *
     * @param smsc the service centre to show, if known
     * @param result hears once when a client has taken it (was sent it, or acknowledged it under AT+CSMS=1) or when it is
     *     in the storage; anything not final is to be tried again later
     */
    public void inbound(Optional<SmsAddress> smsc, SmsDeliver message, Consumer<DeliveryResult> result) {
        deliver(IncomingTpdu.of(smsc, message), result);
    }

    /** A status report has come in; the rest as with {@link #inbound}. */
    public void statusReport(Optional<SmsAddress> smsc, SmsStatusReport report, Consumer<DeliveryResult> result) {
        deliver(IncomingTpdu.of(smsc, report), result);
    }

    /** Something has come in that need not be well-formed; the rest as with {@link #inbound}. */
    public void deliver(IncomingTpdu incoming, Consumer<DeliveryResult> result) {
        List<AtServer> servers = servers();
        boolean isTaken = Delivery.taker(servers, incoming.kind()).isPresent();
        Delivery delivery = new Delivery(modem, servers, incoming, result);
        if (isTaken || isUnwantedReport(incoming, servers)) {
            delivery.run();
        } else {
            // Without a display a flash message, and without a client a report, are better kept than shown to nobody.
            delivery.store();
        }
    }

    /**
     * The owner has put something that came in into the storage. The newest client that wants it directly gets it, and
     * it leaves the storage when it is taken; otherwise those who asked for it hear of it.
     */
    public void announce(StoredMessage message) {
        Kind kind = IncomingTpdu.of(message.frame()).kind();
        List<AtServer> servers = servers();
        if (Delivery.taker(servers, kind).isPresent()) {
            handover.resume();
        } else {
            servers.forEach(
                    server -> server.indications().announce(kind, server.settings().receiveStorage, message.index()));
        }
    }

    /** Whether a status report is of use: unless those who are connected have said that they want none. */
    public boolean wantsReports() {
        List<AtServer> servers = servers();
        return servers.stream().noneMatch(server -> server.indications().isSet())
                || servers.stream().map(AtServer::indications).anyMatch(MessageIndications::wantsReports);
    }

    private static boolean isUnwantedReport(IncomingTpdu incoming, List<AtServer> servers) {
        return incoming.kind() == Kind.STATUS_REPORT
                && servers.stream().anyMatch(server -> server.indications().isSet());
    }

    /** Announces a USSD text to every client that wants it. */
    public void ussd(int status, String text) {
        servers().forEach(server -> server.ussd(status, text, UssdWriting.CHARACTER_SET));
    }

    /** Tells the clients what {@link VirtualRadio#registration} says now. */
    public void registrationChanged() {
        servers().forEach(AtServer::registrationChanged);
    }

    /** Rings once; whoever lets it ring does so every few seconds. */
    public void ring(Optional<String> caller) {
        servers().forEach(server -> server.ring(caller));
    }

    /** Says a line that nobody asked for, such as {@code NO CARRIER}. */
    public void unsolicited(String text) {
        servers().forEach(server -> server.unsolicited(text));
    }

    /** Ends the connections of all clients. */
    public void close() {
        List.copyOf(clients).forEach(PortClient::hangUp);
    }

    /** Nothing if there is no room for another client. */
    Optional<AtServer> enter(PortClient client, Link link, AtServerSettings own) {
        if (clients.size() >= mostClients) {
            return Optional.empty();
        }
        AtServer server = new AtServer(loop, modem, commands, own, new FramedOutput(link::write, client::hangUp));
        server.indications().onWanting(handover::resume);
        clients.add(client);
        return Optional.of(server);
    }

    void leave(PortClient client) {
        clients.remove(client);
    }

    /** How many octets it holds for its clients besides the storage; bounded for each of them. */
    int octetsHeld() {
        return servers().stream().mapToInt(AtServer::octetsHeld).sum();
    }

    private List<AtServer> servers() {
        return clients.stream().flatMap(client -> client.server().stream()).toList();
    }
}
