package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred thousand requests that mean no good leave the application as it was. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@TestProfile(HostileInputTest.AllDoors.class)
class HostileInputTest {
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 100_000);
    private static final int CLIENTS = 8;
    private static final int MINUTES = 10;
    private static final long ROOM = 48L * 1024 * 1024;

    /** Those that are closed unless somebody asks for them are open. */
    public static final class AllDoors implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "polygator.event-sh.enabled",
                    "true",
                    "polygator.kannel.status-password",
                    HostileForeigners.STATUS_PASSWORD);
        }
    }

    /** Until a webhook has subscribed, what event.sh tells would be lost, and is refused. */
    @BeforeEach
    void somebodyListens() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(HttpApi.demo()
                        .raw("/ttt/index.php?sender=%2B380501112244&text=x")
                        .statusCode())
                .isEqualTo(200));
    }

    @Test
    void theApplicationStaysUpWithBoundedMemory() throws Exception {
        flood(REQUESTS / 10, 1);
        long before = heap();

        Set<Integer> statuses = flood(REQUESTS - REQUESTS / 10, 2);

        assertThat(statuses).isSubsetOf(0, 200, 202, 400, 403, 404, 405, 409, 413, 414, 415, 431);
        assertThat(statuses).contains(200, 202, 400, 403, 404, 415);
        assertThat(heap() - before).isLessThan(ROOM);
        assertThat(HttpApi.demo()
                        .post("/v1/messages", Map.of("to", "+380671234567", "text", "still here"))
                        .status())
                .isEqualTo(202);
    }

    private static Set<Integer> flood(int requests, long seed) throws InterruptedException {
        int port = ConfigProvider.getConfig().getValue("polygator.http.port", Integer.class);
        Set<Integer> statuses = new ConcurrentSkipListSet<>();
        AtomicInteger left = new AtomicInteger(requests);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            HostileRequests hostile = new HostileRequests(seed * CLIENTS + client);
            clients.execute(() -> {
                try (RawHttp http = new RawHttp(port)) {
                    for (int one = left.getAndDecrement(); one > 0; one = left.getAndDecrement()) {
                        statuses.add(http.send(hostile.next(one % HostileRequests.KINDS)));
                    }
                }
            });
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(left.get()).isNotPositive();
        return statuses;
    }

    /** Octets in use that nobody can free. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
