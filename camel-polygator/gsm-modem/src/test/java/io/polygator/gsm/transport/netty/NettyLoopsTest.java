package io.polygator.gsm.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.RecordingListener;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NettyLoopsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final NettyLoops loops = new NettyLoops(2, () -> NOW);

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void tellsTheTimeOfItsClock() {
        assertThat(loops.next().instant()).isEqualTo(NOW);
    }

    @Test
    void takesTurnsBetweenItsThreads() {
        NettyLoop first = loops.next();
        assertThat(loops.next()).isNotEqualTo(first);
        assertThat(loops.next()).isEqualTo(first).hasSameHashCodeAs(first);
    }

    @Test
    void runsTasksInTheirOrderAndNeverInPlace() throws InterruptedException {
        Loop loop = loops.next();
        List<String> order = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        loop.execute(() -> {
            loop.execute(() -> order.add("second " + loop.inLoop()));
            loop.execute(done::countDown);
            order.add("first");
        });

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("first", "second true");
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void runsATimerUnlessItIsCancelled() throws InterruptedException {
        Loop loop = loops.next();
        Set<String> ran = new HashSet<>();
        CountDownLatch done = new CountDownLatch(1);
        loop.execute(() -> {
            Loop.Timer cancelled = loop.schedule(Duration.ofMillis(1), () -> ran.add("cancelled"));
            loop.schedule(Duration.ofMillis(2), () -> ran.add("kept"));
            loop.schedule(Duration.ofMillis(20), done::countDown);
            loop.schedule(Duration.ofDays(1_000_000), () -> ran.add("far away"));
            cancelled.cancel();
        });

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).containsExactly("kept");
    }

    @Test
    void outlivesATaskThatFails() {
        Loop loop = loops.next();
        CompletableFuture<Boolean> after = new CompletableFuture<>();
        loop.execute(() -> {
            throw new IllegalStateException("a fault that the log must show");
        });
        loop.execute(() -> after.complete(true));

        assertThat(after.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void canBeClosedOnOneOfItsLoops() {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        loops.next().execute(() -> {
            loops.close();
            closed.complete(true);
        });
        assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void threeHundredConnectionsAddNoThread() throws Exception {
        int connections = 300;
        TcpLimits limits = new TcpLimits(Duration.ofSeconds(20), 1024, connections);
        try (TcpAcceptor acceptor = new TcpAcceptor(loops.next(), 0, limits)) {
            Tcp address = (Tcp) TransportAddress.parse(acceptor.listen(RecordingListener::new));
            open(address, limits, 2);
            Set<Thread> threadsOfTwo = threads();

            open(address, limits, connections - 2);

            assertThat(threads()).isSubsetOf(threadsOfTwo);
        }
    }

    private void open(Tcp address, TcpLimits limits, int connections) {
        List<RecordingListener> clients = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            RecordingListener client = new RecordingListener();
            new TcpTransport(loops.next(), address, limits).connect(client);
            clients.add(client);
        }
        clients.forEach(RecordingListener::link);
    }

    private static Set<Thread> threads() {
        Set<Thread> ours = new HashSet<>(Thread.getAllStackTraces().keySet());
        ours.removeIf(thread -> !thread.getName().startsWith("polygator-"));
        return ours;
    }
}
