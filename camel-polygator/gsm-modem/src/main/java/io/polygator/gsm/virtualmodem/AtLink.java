package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives one link an {@link AtServer} of its own, for modems that exist as long as somebody is connected. */
public final class AtLink implements LinkListener {
    private final Function<AtOutput, AtServer> servers;
    private @Nullable AtServer server;

    /**
     * Waits for its link to open.
     *
     * @param servers makes the server once the link is open
     */
    public AtLink(Function<AtOutput, AtServer> servers) {
        this.servers = servers;
    }

    @Override
    public void onOpen(Link link) {
        server = servers.apply(new FramedOutput(link::write));
    }

    @Override
    public void onBytes(byte[] bytes) {
        AtServer open = server;
        if (open != null) {
            open.receive(bytes);
        }
    }

    @Override
    public void onClosed(LinkClosed closed) {
        AtServer open = server;
        if (open != null) {
            open.reset();
            server = null;
        }
    }
}
