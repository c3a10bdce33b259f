package io.polygator.gsm.transport.serial;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the bytes of all serial devices on one thread, which asks each device in turn. The library can wait for a device
 * only with a thread per device; asking costs two system calls and a thousandth of a core per idle channel, and a gateway
 * has up to 256 of them. A device in a dialogue is asked every millisecond, a quiet one less and less often, none at all
 * costs nothing.
 */
final class SerialPoller implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SerialPoller.class);

    private final Set<SerialLink> links = ConcurrentHashMap.newKeySet();
    private final byte[] buffer = new byte[4096];
    private volatile @Nullable Thread thread;
    private volatile boolean closing;

    synchronized void add(SerialLink link) {
        if (closing) {
            link.close();
            link.end();
            return;
        }
        links.add(link);
        if (thread == null) {
            Thread started = new Thread(this, "polygator-serial-io");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
        wake();
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!closing) {
            if (links.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, serveAll());
            }
        }
        links.forEach(SerialLink::close);
        links.forEach(SerialLink::end);
        links.clear();
    }

    /** Serves the links whose time has come and says how long the others can wait, in nanoseconds. */
    private long serveAll() {
        links.removeIf(this::isOver);
        long now = System.nanoTime();
        long pause = SerialLink.LONGEST_PAUSE;
        for (SerialLink link : links) {
            pause = Math.min(pause, link.due() - now);
        }
        return Math.max(pause, 1);
    }

    private boolean isOver(SerialLink link) {
        if (!link.isDue(System.nanoTime()) || survives(link)) {
            return false;
        }
        link.end();
        return true;
    }

    private boolean survives(SerialLink link) {
        try {
            return link.serve(buffer);
        } catch (RuntimeException e) {
            log.error("Serving {} failed; its link is closed", link.peer(), e);
            return false;
        }
    }

    void close(long seconds) {
        Thread running;
        synchronized (this) {
            closing = true;
            running = thread;
        }
        wake();
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join(TimeUnit.SECONDS.toMillis(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
