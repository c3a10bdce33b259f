package io.polygator.gsm.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.TransportAddress;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open serial device as a link: its user is on the loop, its bytes are moved by {@link SerialPoller}. */
final class SerialLink implements Link {
    static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private static final Logger log = LoggerFactory.getLogger(SerialLink.class);
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    /**
     * How much is written without hearing anything. A modem answers every command, so that more means nobody reads. It
     * is also what the smallest transmit buffer of a driver holds: the library's write call, which tries for ever when
     * there is no room, always finds some.
     */
    private static final int MAX_UNANSWERED = 4096;

    /** How much may wait for a loop that is late. */
    private static final int MAX_UNDELIVERED = 64 * 1024;

    private final SerialPorts ports;
    private final SerialPort port;
    private final TransportAddress.Serial address;
    private final Loop loop;
    private final LinkListener listener;

    private final Queue<byte[]> outgoing = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger undelivered = new AtomicInteger();

    /** Why the user's side is over; written by the loop, seen by the poller. */
    private volatile @Nullable LinkClosed reason;

    // Of the poller's thread only.
    private long due = System.nanoTime();
    private long pause = SHORTEST_PAUSE;

    SerialLink(SerialPorts ports, SerialPort port, TransportAddress.Serial address, Loop loop, LinkListener listener) {
        this.ports = ports;
        this.port = port;
        this.address = address;
        this.loop = loop;
        this.listener = listener;
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public String peer() {
        return address.toString();
    }

    @Override
    public void write(byte[] bytes) {
        if (reason != null) {
            return;
        }
        if (unanswered.addAndGet(bytes.length) > MAX_UNANSWERED) {
            finish(Cause.BROKEN, "the modem takes " + MAX_UNANSWERED + " octets without a word (" + address + ")");
            return;
        }
        outgoing.add(bytes);
        ports.wakePoller();
    }

    @Override
    public void close() {
        finish(Cause.LOCAL, "closed here");
    }

    private void finish(Cause cause, String detail) {
        if (reason == null) {
            reason = new LinkClosed(cause, detail);
            ports.wakePoller();
        }
    }

    void opened() {
        tell(() -> listener.onOpen(this));
    }

    boolean isDue(long now) {
        return reason != null || !outgoing.isEmpty() || now - due >= 0;
    }

    long due() {
        return due;
    }

    /** Moves what there is to move, both ways; says whether the link goes on. */
    boolean serve(byte[] buffer) {
        boolean finishing = reason != null;
        boolean wrote = !outgoing.isEmpty();
        if (!writeOutgoing() || finishing) {
            return false;
        }
        int read = undelivered.get() < MAX_UNDELIVERED ? port.readBytes(buffer, buffer.length) : 0;
        if (read > 0) {
            deliver(Arrays.copyOf(buffer, read));
        }
        pause = wrote || read > 0 ? SHORTEST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
        due = System.nanoTime() + pause;
        // After a hang-up reading fails, while the library goes on to call the device open.
        return read >= 0;
    }

    private boolean writeOutgoing() {
        byte[] bytes;
        while ((bytes = outgoing.poll()) != null) {
            for (int from = 0; from < bytes.length; ) {
                int written = port.writeBytes(bytes, bytes.length - from, from);
                if (written < 0) {
                    return false;
                }
                from += written;
            }
        }
        return true;
    }

    private void deliver(byte[] bytes) {
        unanswered.set(0);
        undelivered.addAndGet(bytes.length);
        tell(() -> {
            undelivered.addAndGet(-bytes.length);
            if (reason == null) {
                listener.onBytes(bytes);
            }
        });
    }

    /** Closes the device, which nobody serves any more, and tells the listener. */
    void end() {
        ports.close(port, () -> tell(() -> listener.onClosed(endReason())));
    }

    private LinkClosed endReason() {
        LinkClosed known = reason;
        if (known == null) {
            known = new LinkClosed(
                    Cause.BROKEN, "the device hung up; check that its board or cable is still there (" + address + ")");
            reason = known;
        }
        return known;
    }

    private void tell(Runnable news) {
        loop.execute(() -> {
            try {
                news.run();
            } catch (RuntimeException e) {
                log.error("The listener of {} failed; its link is closed", address, e);
                finish(Cause.BROKEN, "the listener failed: " + e);
            }
        });
    }
}
