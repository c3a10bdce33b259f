package io.polygator.simulator.port;

import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Transport;
import io.polygator.simulator.module.Uart;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A UART wired straight to a device, such as the far end of a pseudo-terminal. Opens it again when it fails. Belongs to
 * the simulator's loop.
 */
public final class DirectLine implements LinkListener, Uart.Line {
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Uart uart;
    private final Transport transport;
    private @Nullable Link link;
    private Duration wait = SHORTEST_WAIT;
    private boolean closed;

    /**
     * A wire from this line to the device, not yet opened.
     *
     * @param transport on the simulator's loop
     */
    public DirectLine(Uart uart, Transport transport) {
        this.uart = uart;
        this.transport = transport;
    }

    /** Starts to open the device, and keeps it open until {@link #close}. */
    public void open() {
        transport.connect(this);
    }

    /** Closes the device for good. */
    public void close() {
        closed = true;
        cut();
    }

    @Override
    public void onOpen(Link opened) {
        link = opened;
        wait = SHORTEST_WAIT;
        if (closed) {
            opened.close();
        } else {
            uart.attach(this);
        }
    }

    @Override
    public void onBytes(byte[] bytes) {
        uart.receive(bytes);
    }

    @Override
    public void onClosed(LinkClosed reason) {
        link = null;
        uart.detach(this);
        if (!closed) {
            transport.loop().schedule(wait, this::open);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    @Override
    public void send(byte[] bytes) {
        Link open = link;
        if (open != null) {
            open.write(bytes);
        }
    }

    @Override
    public void cut() {
        Link open = link;
        if (open != null) {
            open.close();
        }
    }
}
