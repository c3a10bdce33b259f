package io.polygator.gsm.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.TransportAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The serial devices that a process has open, and the two threads that serve them all: one opens and closes, which may
 * block, the other moves the bytes, which never does. Neither exists before it is needed. Whoever makes one closes it;
 * closing ends all of its links. Thread-safe.
 */
public final class SerialPorts implements AutoCloseable {
    private static final int MAX_WAITING = 1024;
    private static final long IDLE_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;

    private final ThreadPoolExecutor opener;
    private final SerialPoller poller = new SerialPoller();

    public SerialPorts() {
        // One thread, so that a device that is closed and opened again is so in that order.
        opener = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), task -> {
                    Thread thread = new Thread(task, "polygator-serial-opener");
                    thread.setDaemon(true);
                    return thread;
                });
        opener.allowCoreThreadTimeOut(true);
    }

    /** Starts one attempt to open the device for the listener, as {@code Transport.connect} promises it. */
    void open(TransportAddress.Serial address, Loop loop, LinkListener listener) {
        try {
            opener.execute(() -> openNow(address, loop, listener));
        } catch (RejectedExecutionException e) {
            LinkClosed closed =
                    new LinkClosed(Cause.UNREACHABLE, "no more serial devices are opened (" + address + ")");
            loop.execute(() -> listener.onClosed(closed));
        }
    }

    private void openNow(TransportAddress.Serial address, Loop loop, LinkListener listener) {
        try {
            SerialLink link = new SerialLink(this, SerialDevice.open(address), address, loop, listener);
            link.opened();
            poller.add(link);
        } catch (SerialOpenException e) {
            loop.execute(() -> listener.onClosed(e.closed()));
        }
    }

    /** Has the poller look after the links now, since one has something to write or to end. */
    void wakePoller() {
        poller.wake();
    }

    /** Closes the device that the poller no longer touches, then runs the task. */
    void close(SerialPort port, Runnable closed) {
        Runnable closing = () -> {
            port.closePort();
            closed.run();
        };
        try {
            opener.execute(closing);
        } catch (RejectedExecutionException e) {
            // We are being closed, or a thousand devices wait; this thread is no loop and may block.
            closing.run();
        }
    }

    /** Closes every device and ends the threads; waits for them for a few seconds. */
    @Override
    public void close() {
        poller.close(CLOSE_SECONDS);
        opener.shutdown();
        try {
            if (!opener.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                opener.shutdownNow();
            }
        } catch (InterruptedException e) {
            opener.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
