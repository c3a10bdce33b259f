package io.polygator.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.PooledByteBufAllocator;
import io.polygator.smpp.SocketPeer.Reply;
import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindRequest;
import io.polygator.smpp.esme.BindRules;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.session.SessionLimits;
import io.polygator.smpp.session.SessionTimers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While peers misbehave, a session that behaves goes on working, and the server spends no memory on what they announce. */
class BystanderTest {
    private static final int RINVCMDLEN = 2;
    private static final int RBINDFAIL = 0x0D;
    private static final String UNWELCOME = "unwelcome";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(10);
    /** In octets; what one of the two hundred peers announces is thirty times as much. */
    private static final long MOST_ALLOCATED = 64L * 1024 * 1024;

    private static final EsmeProfile PROFILE =
            EsmeProfile.of("shop").with(BindRules.standard().withMost(2_000));

    private SmppServer server;
    private SocketPeer bystander;

    @BeforeEach
    void start() throws IOException {
        server = SmppServer.start(
                SmppServerSettings.on("127.0.0.1", 0)
                        .withThreads(1) // so that the bystander has its thread in common with all of them
                        .with(SessionLimits.standard().withConnections(2_000, 2_000))
                        .with(new SessionTimers(LONG, LONG, LONG, LONG, LONG, LONG, Optional.empty())),
                BystanderTest::decide,
                new Engine(),
                EsmeListener.none());
        bystander = SocketPeer.bound(server.port());
        bystander.works();
    }

    @AfterEach
    void stop() throws IOException {
        bystander.close();
        server.close();
    }

    private static CompletionStage<BindDecision> decide(BindRequest request) {
        return CompletableFuture.completedFuture(
                request.systemId().equals(UNWELCOME)
                        ? new BindDecision.Refused(CommandStatus.RBINDFAIL)
                        : new BindDecision.Granted(PROFILE));
    }

    /** What the server's threads have allocated on the heap since they began, in octets; it never gets less. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ours = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("polygator-smpp"))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        assertThat(ours).isNotEmpty();
        return Arrays.stream(threads.getThreadAllocatedBytes(ours)).sum();
    }

    /** What Netty has taken for buffers, in octets. */
    private static long buffers() {
        var metric = PooledByteBufAllocator.DEFAULT.metric();
        return metric.usedDirectMemory() + metric.usedHeapMemory();
    }

    /** How much of that is in use now. */
    private static long buffersInUse() {
        return PooledByteBufAllocator.DEFAULT.pinnedDirectMemory() + PooledByteBufAllocator.DEFAULT.pinnedHeapMemory();
    }

    @Test
    void lengthsThatCannotBeCostNothingAndHarmNobody() throws IOException {
        long allocated = allocated();
        long buffers = buffers();

        for (int i = 0; i < 200; i++) {
            int length = i % 4 < 2 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            try (SocketPeer liar = i % 2 == 0 ? SocketPeer.connect(server.port()) : SocketPeer.bound(server.port())) {
                liar.write(SocketPeer.header(length, 4, 7));

                assertThat(liar.read()).isEqualTo(new Reply(SocketPeer.GENERIC_NACK, RINVCMDLEN, 0));
                assertThat(liar.isClosedByPeer()).isTrue();
            }
            bystander.works();
        }

        assertThat(allocated() - allocated).isLessThan(MOST_ALLOCATED);
        assertThat(buffers() - buffers).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void octetsThatDripHarmNobodyAndAreReadAllTheSame() throws IOException {
        long allocated = allocated();
        long buffers = buffers();
        List<SocketPeer> drippers = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                drippers.add(SocketPeer.bound(server.port()));
            }
            byte[] submit = drippers.get(0).submit();
            for (byte octet : submit) {
                for (SocketPeer dripper : drippers) {
                    dripper.write(octet);
                }
                bystander.works();
            }
            for (SocketPeer dripper : drippers) {
                assertThat(dripper.read().status()).isZero();
            }
        } finally {
            closeAll(drippers);
        }

        assertThat(allocated() - allocated).isLessThan(MOST_ALLOCATED);
        assertThat(buffers() - buffers).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void longPdusThatAreOnlyAnnouncedHarmNobody() throws IOException {
        int longest = SessionLimits.standard().frame();
        List<SocketPeer> announcers = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                announcers.add(SocketPeer.bound(server.port()));
            }
            long allocated = allocated();
            for (SocketPeer announcer : announcers) {
                announcer.write(SocketPeer.header(longest, 4, 2));
                bystander.works();
            }
            bystander.works();

            assertThat(server.binds()).hasSize(1 + announcers.size());
            assertThat(allocated() - allocated).isLessThan((long) longest * announcers.size() / 2);
        } finally {
            closeAll(announcers);
        }
    }

    @Test
    void aThousandBindsHarmNobodyAndLeaveNothing() throws IOException {
        long inUse = buffersInUse();

        for (int i = 0; i < 1_000; i++) {
            try (SocketPeer passing = SocketPeer.bound(server.port())) {
                passing.works();
            }
            bystander.works();
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(server.binds()).hasSize(1);
            assertThat(buffersInUse()).isLessThanOrEqualTo(inUse);
        });
    }

    @Test
    void halfOpenConnectionsHarmNobody() throws IOException {
        List<SocketPeer> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                SocketPeer stranger = SocketPeer.connect(server.port());
                strangers.add(stranger);
                stranger.write((byte) 0, (byte) 0, (byte) 0);
                bystander.works();
            }
        } finally {
            closeAll(strangers);
        }
    }

    @Test
    void refusedBindsKeepNoneOfTheirNeighboursOut() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (SocketPeer refused = SocketPeer.connect(server.port())) {
                assertThat(refused.bind(UNWELCOME)).isEqualTo(RBINDFAIL);
            }
            try (SocketPeer neighbour = SocketPeer.bound(server.port())) {
                neighbour.works();
            }
        }
        bystander.works();
    }

    private static void closeAll(List<SocketPeer> peers) throws IOException {
        for (SocketPeer peer : peers) {
            peer.close();
        }
    }
}
