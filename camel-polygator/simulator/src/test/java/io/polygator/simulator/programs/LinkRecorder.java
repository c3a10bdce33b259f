package io.polygator.simulator.programs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One end of a link in real time: keeps what it hears, speaks on the link's loop. Thread-safe. */
final class LinkRecorder implements LinkListener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(5);

    private final CompletableFuture<Link> opened = new CompletableFuture<>();
    private final CompletableFuture<LinkClosed> closed = new CompletableFuture<>();
    private final StringBuffer heard = new StringBuffer();

    @Override
    public void onOpen(Link link) {
        opened.complete(link);
    }

    @Override
    public void onBytes(byte[] bytes) {
        heard.append(new String(bytes, ISO_8859_1));
    }

    @Override
    public void onClosed(LinkClosed end) {
        closed.complete(end);
    }

    /** The link, waited for. */
    Link link() {
        return opened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Why it ended, waited for. */
    LinkClosed end() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    String text() {
        return heard.toString();
    }

    void awaitText(String expected) {
        await().pollInterval(POLL).atMost(PATIENCE).until(() -> heard.indexOf(expected) >= 0);
    }

    void send(String text) {
        Link link = link();
        link.loop().execute(() -> link.write(text.getBytes(ISO_8859_1)));
    }

    void close() {
        Link link = link();
        link.loop().execute(link::close);
    }
}
