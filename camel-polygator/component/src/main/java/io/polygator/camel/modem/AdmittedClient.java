package io.polygator.camel.modem;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.virtualmodem.ModemPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A link that comes in: a client of the port once it is admitted, otherwise closed without a word. Loop only. */
final class AdmittedClient implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(AdmittedClient.class);

    private final String modem;
    private final ModemPort port;
    private final ClientAdmission admission;
    private final AtomicInteger count;
    private Optional<LinkListener> client = Optional.empty();

    /** @param count of the clients of the port, for everybody to see */
    AdmittedClient(String modem, ModemPort port, ClientAdmission admission, AtomicInteger count) {
        this.modem = modem;
        this.port = port;
        this.admission = admission;
        this.count = count;
    }

    @Override
    public void onOpen(Link link) {
        client = remote(link.peer())
                .flatMap(remote -> admission.admit(remote, link.loop()))
                .map(port::accept);
        if (client.isEmpty()) {
            LOG.warn("{} closed the connection of {}, which may not use it", modem, link.peer());
            link.close();
            return;
        }
        client.get().onOpen(link);
        count.set(port.clients());
    }

    @Override
    public void onBytes(byte[] bytes) {
        client.ifPresent(listener -> listener.onBytes(bytes));
    }

    @Override
    public void onClosed(LinkClosed closed) {
        client.ifPresent(listener -> listener.onClosed(closed));
        count.set(port.clients());
    }

    /** The address in what a link says of its peer, {@code /127.0.0.1:40000}, which is never a name to look up. */
    private static Optional<InetAddress> remote(String peer) {
        int slash = peer.indexOf('/');
        int colon = peer.lastIndexOf(':');
        if (slash < 0 || colon < slash) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(peer.substring(slash + 1, colon)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
