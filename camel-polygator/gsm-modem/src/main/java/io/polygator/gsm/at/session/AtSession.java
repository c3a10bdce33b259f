package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One AT dialogue over one link: one command at a time, every exchange answered exactly once, and what comes unasked
 * told from what was asked for (3GPP TS 27.005, 27.007; ITU-T V.250). To be used on the transport's loop only.
 */
public final class AtSession {
    private enum State {
        NEW,
        OPENING,
        OPEN,
        CLOSING,
        CLOSED
    }

    private final Transport transport;
    private final AtSessionListener listener;
    private final CommandRunner runner;

    private State state = State.NEW;
    private @Nullable Link link;
    private @Nullable LinkClosed notice;

    public AtSession(Transport transport, AtSessionListener listener, AtSessionSettings settings) {
        this.transport = transport;
        this.listener = listener;
        this.runner = new CommandRunner(transport.loop(), listener, settings, new Wire());
    }

    /**
     * Opens the link; {@link AtSessionListener#onOpen} or {@link AtSessionListener#onClosed} tells. Once per session.
     *
     * @throws IllegalStateException if it was opened or closed before
     */
    public void open() {
        if (state != State.NEW) {
            throw new IllegalStateException("a session opens one link only; make another for " + transport.address());
        }
        state = State.OPENING;
        transport.connect(new LinkEvents());
    }

    /**
     * Queues the exchange; the stage completes on the loop, never exceptionally. It may be asked for before the link is
     * open; once the link closes or is closed, it is answered Lost.
     */
    public CompletionStage<AtReply> exchange(AtExchange exchange) {
        RunningExchange asked = new RunningExchange(exchange);
        if (state == State.CLOSING || state == State.CLOSED) {
            asked.lost();
        } else {
            runner.add(asked);
        }
        return asked.reply();
    }

    /** Whether nothing runs and nothing waits. */
    public boolean isIdle() {
        return runner.isIdle();
    }

    /** Forgets what the module was doing, since it told us that it restarted: what runs ends as Lost. */
    public void abandonRunning() {
        runner.abandonRunning();
    }

    /**
     * Closes the link; what runs and what waits is answered Lost, and then {@link AtSessionListener#onClosed} is
     * called, unless the session was never opened.
     */
    public void close() {
        if (state == State.NEW) {
            state = State.CLOSED;
            runner.loseAll();
        } else if (state == State.OPENING) {
            state = State.CLOSING;
        } else {
            closeLink();
        }
    }

    private void closeLink() {
        if (state == State.OPEN && link != null) {
            state = State.CLOSING;
            runner.stop();
            link.close();
        }
    }

    private final class LinkEvents implements LinkListener {
        @Override
        public void onOpen(Link opened) {
            link = opened;
            if (state == State.CLOSING) {
                opened.close();
                return;
            }
            state = State.OPEN;
            listener.onOpen();
            runner.startNext();
        }

        @Override
        public void onBytes(byte[] bytes) {
            if (state == State.OPEN) {
                runner.received(bytes);
            }
        }

        @Override
        public void onClosed(LinkClosed closed) {
            state = State.CLOSED;
            LinkClosed told = Optional.ofNullable(notice).or(runner::lastWords).orElse(closed);
            runner.stop();
            runner.loseAll();
            listener.onClosed(told);
        }
    }

    private final class Wire implements CommandRunner.Wire {
        @Override
        public boolean isOpen() {
            return state == State.OPEN;
        }

        @Override
        public void write(String text) {
            if (link != null) {
                link.write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }

        @Override
        public void close() {
            closeLink();
        }

        @Override
        public void closeBecause(LinkClosed told) {
            notice = told;
            closeLink();
        }
    }
}
