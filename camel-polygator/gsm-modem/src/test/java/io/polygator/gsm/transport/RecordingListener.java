package io.polygator.gsm.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what one link tells, for a test that waits on its own thread. Thread-safe. */
public final class RecordingListener implements LinkListener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(2);

    private final CompletableFuture<Link> opened = new CompletableFuture<>();
    private final CompletableFuture<LinkClosed> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger closings = new AtomicInteger();

    @Override
    public void onOpen(Link link) {
        assertThat(link.loop().inLoop()).isTrue();
        opened.complete(link);
    }

    @Override
    public void onBytes(byte[] bytes) {
        deliveries.incrementAndGet();
        synchronized (text) {
            text.append(new String(bytes, ISO_8859_1));
        }
    }

    @Override
    public void onClosed(LinkClosed end) {
        closings.incrementAndGet();
        closed.complete(end);
    }

    /** Waits for the link to open. */
    public Link link() {
        return opened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Waits for the end. */
    public LinkClosed end() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Waits until the text has come in, whatever came before it. */
    public void awaitText(String expected) {
        await().pollInterval(POLL).atMost(PATIENCE).untilAsserted(() -> assertThat(text())
                .contains(expected));
    }

    /** All that came in so far. */
    public String text() {
        synchronized (text) {
            return text.toString();
        }
    }

    public boolean isOpened() {
        return opened.isDone();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** In how many pieces the bytes came in. */
    public int deliveries() {
        return deliveries.get();
    }

    public int closings() {
        return closings.get();
    }

    /** Sends the text from the link's loop. */
    public void send(String toSend) {
        Link link = link();
        link.loop().execute(() -> link.write(toSend.getBytes(ISO_8859_1)));
    }

    /** Closes the link from its loop. */
    public void close() {
        Link link = link();
        link.loop().execute(link::close);
    }
}
