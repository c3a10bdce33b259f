package io.polygator.simulator.port;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.simulator.module.Uart;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One TCP port as ser2net serves it: one client at a time, a refusal in words for the second, silent close when nothing
 * passes either way for a while. Belongs to the simulator's loop.
 */
public final class Ser2netPort {
    private static final byte[] IN_USE = "Port already in use\n\r".getBytes(US_ASCII);
    private static final byte[] KICKED = "kicked off, new user is coming\n\r".getBytes(US_ASCII);

    private final Uart uart;
    private final Duration idleTimeout;
    private final SecondClient secondClient;
    private @Nullable Client current;

    /**
     * A port to this line.
     *
     * @param idleTimeout zero for none
     */
    public Ser2netPort(Uart uart, Duration idleTimeout, SecondClient secondClient) {
        this.uart = uart;
        this.idleTimeout = idleTimeout;
        this.secondClient = secondClient;
    }

    /** A listener for one link that comes in. */
    public LinkListener accept() {
        return new Client();
    }

    /** Closes the connection, if there is one. */
    public void close() {
        Client connected = current;
        if (connected != null) {
            connected.cut();
        }
    }

    private final class Client implements LinkListener, Uart.Line {
        private @Nullable Link link;
        private Loop.@Nullable Timer idle;
        private Instant lastActivity = Instant.EPOCH;

        @Override
        public void onOpen(Link opened) {
            link = opened;
            Client before = current;
            if (before != null && secondClient == SecondClient.REFUSE_NEW) {
                opened.write(IN_USE.clone());
                opened.close();
                return;
            }
            if (before != null) {
                before.kick();
            }
            takeOver(opened);
        }

        private void takeOver(Link opened) {
            current = this;
            uart.attach(this);
            lastActivity = opened.loop().instant();
            watchIdle(opened.loop(), idleTimeout);
        }

        private void kick() {
            send(KICKED.clone());
            cut();
        }

        @Override
        public void onBytes(byte[] bytes) {
            if (current == this) {
                noteActivity();
                uart.receive(bytes);
            }
        }

        @Override
        public void onClosed(LinkClosed closed) {
            leave();
        }

        @Override
        public void send(byte[] bytes) {
            Link open = link;
            if (open != null) {
                noteActivity();
                open.write(bytes);
            }
        }

        @Override
        public void cut() {
            leave();
            Link open = link;
            if (open != null) {
                link = null;
                open.close();
            }
        }

        private void leave() {
            if (idle != null) {
                idle.cancel();
                idle = null;
            }
            uart.detach(this);
            if (current == this) {
                current = null;
            }
        }

        private void noteActivity() {
            Link open = link;
            if (open != null) {
                lastActivity = open.loop().instant();
            }
        }

        private void watchIdle(Loop loop, Duration wait) {
            if (!idleTimeout.isZero()) {
                idle = loop.schedule(wait, () -> closeIfIdle(loop));
            }
        }

        private void closeIfIdle(Loop loop) {
            Duration left = Duration.between(loop.instant(), lastActivity.plus(idleTimeout));
            if (left.isZero() || left.isNegative()) {
                cut();
            } else {
                watchIdle(loop, left);
            }
        }
    }
}
