package io.polygator.gsm.transport.netty;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread of {@link NettyLoops}. Two of them that stand for the same thread are equal. Thread-safe. */
public final class NettyLoop implements Loop {
    private static final Logger log = LoggerFactory.getLogger(NettyLoop.class);

    private final EventLoop eventLoop;
    private final HostResolver resolver;
    private final InstantSource clock;

    NettyLoop(EventLoop eventLoop, HostResolver resolver, InstantSource clock) {
        this.eventLoop = eventLoop;
        this.resolver = resolver;
        this.clock = clock;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    HostResolver resolver() {
        return resolver;
    }

    @Override
    public boolean inLoop() {
        return eventLoop.inEventLoop();
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public void execute(Runnable task) {
        eventLoop.execute(() -> run(task));
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Future<?> scheduled =
                eventLoop.schedule(() -> run(task), TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    // The event loop would keep what a timer's task throws to itself; a fault on a loop must be seen.
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("A task failed on its loop; the loop goes on", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NettyLoop loop && eventLoop == loop.eventLoop;
    }

    @Override
    public int hashCode() {
        return eventLoop.hashCode();
    }
}
