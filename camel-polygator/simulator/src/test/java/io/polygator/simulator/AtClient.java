package io.polygator.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A raw client: types text, keeps everything it hears as text. */
final class AtClient implements LinkListener {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ManualLoop loop;
    private final StringBuilder heard = new StringBuilder();
    private @Nullable Link link;
    private @Nullable LinkClosed closed;

    private AtClient(ManualLoop loop) {
        this.loop = loop;
    }

    static AtClient connect(ManualLoop loop, Transport transport) {
        AtClient client = new AtClient(loop);
        transport.connect(client);
        loop.runPending();
        return client;
    }

    @Override
    public void onOpen(Link opened) {
        link = opened;
    }

    @Override
    public void onBytes(byte[] bytes) {
        heard.append(new String(bytes, ISO_8859_1));
    }

    @Override
    public void onClosed(LinkClosed reason) {
        link = null;
        closed = reason;
    }

    /** Types, and gives what was heard until the text came; forgets it. */
    String ask(String typed, String until) {
        type(typed);
        return await(until);
    }

    void type(String typed) {
        Link open = link;
        if (open == null) {
            throw new AssertionError("not connected");
        }
        open.write(typed.getBytes(ISO_8859_1));
    }

    String await(String text) {
        loop.runUntil(() -> heard.indexOf(text) >= 0, PATIENCE);
        loop.runPending();
        return take();
    }

    String take() {
        String all = heard.toString();
        heard.setLength(0);
        return all;
    }

    boolean isOpen() {
        return link != null;
    }

    Optional<LinkClosed> closed() {
        return Optional.ofNullable(closed);
    }
}
