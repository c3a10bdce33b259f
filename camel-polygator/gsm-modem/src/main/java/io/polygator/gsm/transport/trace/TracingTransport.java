package io.polygator.gsm.transport.trace;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;

/**
 * Writes down what is said on the links of another transport: a line per command and per answer, with the loop's time.
 * Message texts, USSD texts and PINs are left out, numbers keep their last two digits; see {@link Redaction}.
 * Thread-safe.
 */
public final class TracingTransport implements Transport {
    private final Transport traced;
    private final TraceSink sink;

    public TracingTransport(Transport traced, TraceSink sink) {
        this.traced = traced;
        this.sink = sink;
    }

    @Override
    public String address() {
        return traced.address();
    }

    @Override
    public Loop loop() {
        return traced.loop();
    }

    @Override
    public void connect(LinkListener listener) {
        traced.connect(new TracingListener(listener, new Transcript(traced.loop(), sink)));
    }

    private record TracingListener(LinkListener listener, Transcript transcript) implements LinkListener {
        @Override
        public void onOpen(Link link) {
            transcript.note("open to " + link.peer());
            listener.onOpen(new TracingLink(link, transcript));
        }

        @Override
        public void onBytes(byte[] bytes) {
            transcript.heard(bytes);
            listener.onBytes(bytes);
        }

        @Override
        public void onClosed(LinkClosed closed) {
            transcript.end();
            transcript.note("closed, " + closed.cause() + ": " + closed.detail());
            listener.onClosed(closed);
        }
    }

    private record TracingLink(Link link, Transcript transcript) implements Link {
        @Override
        public Loop loop() {
            return link.loop();
        }

        @Override
        public String peer() {
            return link.peer();
        }

        @Override
        public void write(byte[] bytes) {
            transcript.said(bytes);
            link.write(bytes);
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
