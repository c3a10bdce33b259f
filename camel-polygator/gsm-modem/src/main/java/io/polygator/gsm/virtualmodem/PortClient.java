package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import java.util.Optional;

/** One client of a port, from its first byte to its last. */
final class PortClient implements LinkListener {
    /** In the words of ser2net, which drivers know. */
    private static final String IN_USE = "Port already in use\n\r";

    private final ModemPort port;
    private final AtServerSettings settings;
    private Optional<Link> link = Optional.empty();
    private Optional<AtServer> server = Optional.empty();

    PortClient(ModemPort port, AtServerSettings settings) {
        this.port = port;
        this.settings = settings;
    }

    Optional<AtServer> server() {
        return server;
    }

    void hangUp() {
        link.ifPresent(Link::close);
    }

    @Override
    public void onOpen(Link opened) {
        link = Optional.of(opened);
        server = port.enter(this, opened, settings);
        if (server.isEmpty()) {
            opened.write(IN_USE.getBytes(US_ASCII));
            opened.close();
        }
    }

    @Override
    public void onBytes(byte[] bytes) {
        server.ifPresent(open -> open.receive(bytes));
    }

    @Override
    public void onClosed(LinkClosed closed) {
        Optional<AtServer> left = server;
        server = Optional.empty();
        link = Optional.empty();
        port.leave(this);
        left.ifPresent(AtServer::close);
    }
}
