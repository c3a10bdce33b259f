package io.polygator.gsm.transport.netty;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the addresses of hosts away from the loops, since asking the name service blocks for seconds when it is down.
 * Its threads come when a name is asked for and go when it is quiet. Thread-safe.
 */
final class HostResolver {
    private static final int THREADS = 2;
    private static final int MAX_WAITING = 1024;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    HostResolver() {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), task -> {
                    Thread thread = new Thread(task, "polygator-resolver-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** The host's first address; an IP address is its own and known at once. Fails if the host is not known. */
    CompletableFuture<InetAddress> resolve(String host) {
        CompletableFuture<InetAddress> found = new CompletableFuture<>();
        if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
            lookUp(host, found);
        } else {
            try {
                threads.execute(() -> lookUp(host, found));
            } catch (RejectedExecutionException e) {
                found.completeExceptionally(e);
            }
        }
        return found;
    }

    private static void lookUp(String host, CompletableFuture<InetAddress> found) {
        try {
            found.complete(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            found.completeExceptionally(e);
        }
    }

    void close() {
        threads.shutdownNow();
    }
}
