package io.polygator.gsm.transport.netty;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A handful of threads on which every link of a process lives, however many there are. Whoever makes one closes it;
 * closing ends all of its links. Thread-safe.
 */
public final class NettyLoops implements AutoCloseable {
    private static final int MOST_THREADS_NEEDED = 4;
    private static final long CLOSE_SECONDS = 5;

    private final NioEventLoopGroup group;
    private final HostResolver resolver = new HostResolver();
    private final InstantSource clock;

    /** As many threads as the processor has cores, at most four, on the system's clock. */
    public NettyLoops() {
        this(Math.min(MOST_THREADS_NEEDED, Runtime.getRuntime().availableProcessors()), InstantSource.system());
    }

    /**
     * A fixed number of threads.
     *
     * @param threads at least 1
     * @param clock what the loops tell as the time; their timers run on the system's own
     */
    public NettyLoops(int threads, InstantSource clock) {
        this.group = new NioEventLoopGroup(threads, loopThreads());
        this.clock = clock;
    }

    /** The loop whose turn it is; consecutive calls spread over all threads. */
    public NettyLoop next() {
        EventLoop eventLoop = group.next();
        return new NettyLoop(eventLoop, resolver, clock);
    }

    /** Closes every link and ends the threads; waits for them for a few seconds unless called on one of them. */
    @Override
    public void close() {
        boolean onLoop = isOnLoop();
        var ended = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
        resolver.close();
        if (!onLoop) {
            ended.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private boolean isOnLoop() {
        for (var loop : group) {
            if (loop.inEventLoop()) {
                return true;
            }
        }
        return false;
    }

    private static ThreadFactory loopThreads() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new FastThreadLocalThread(task, "polygator-loop-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
