package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.DoorOptions;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.SmppOptions;
import io.polygator.gateway.account.SmppWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.BindType;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a delivery that an ESME does not take. */
class SmppDeliveryAnswersTest {
    private static final String SOMEBODY = "+380677654321";
    private static final String ANOTHER = "+380677654322";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SmppGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Account demo = MemoryAccounts.demo().find("demo").orElseThrow();
        gateway = SmppGateway.start(folder, 0, new MemoryAccounts(List.of(withDeliveryWindowOfOne(demo))));
    }

    private static Account withDeliveryWindowOfOne(Account account) {
        SmppOptions usual = account.doors().smpp();
        SmppOptions one = new SmppOptions(
                usual.bindTypes(),
                usual.maxBinds(),
                usual.alphabet(),
                usual.concatenation(),
                usual.receipts(),
                usual.bindErrors(),
                usual.overRate(),
                usual.submissions(),
                new SmppWindows(usual.windows().submit(), 1));
        return account.with(
                new DoorOptions(account.doors().http(), one, account.doors().modem()));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private TestEsme bind() throws Exception {
        return TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TRX);
    }

    @ParameterizedTest(name = "command_status {0}")
    @ValueSource(strings = {"0x66", "0x65"})
    void whatAnEsmeRejectsIsADeadLetterAndNotToldAgain(String status) throws Exception {
        try (TestEsme esme = bind()) {
            esme.answering(Integer.decode(status));
            gateway.channel(0).receiveFrom(SOMEBODY, "poison");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(gateway.deadLetters()).hasSize(1));

            esme.answering(0);
            gateway.channel(1).receiveFrom(SOMEBODY, "to another destination");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(esme.texts()).containsExactly("poison", "to another destination"));
            assertThat(gateway.deadLetters()).singleElement().asString().contains("0x000000" + status.substring(2));
        }
    }

    @Test
    void whatAnEsmeRefusesWithAnyOtherStatusIsToldFiveTimes() throws Exception {
        try (TestEsme esme = bind()) {
            esme.answering(0x45);
            gateway.channel(0).receiveFrom(SOMEBODY, "nonsense");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(gateway.deadLetters()).hasSize(1));
            assertThat(esme.texts()).hasSize(5).containsOnly("nonsense");
        }
    }

    @Test
    void whatAnEsmeWantsLaterComesLaterAndIsNoDeadLetter() throws Exception {
        try (TestEsme esme = bind()) {
            AtomicInteger times = new AtomicInteger();
            esme.answering(deliver -> {
                if (times.incrementAndGet() < 3) {
                    throw new ProcessRequestException("not now", 0x64);
                }
            });
            gateway.channel(0).receiveFrom(SOMEBODY, "be patient");

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(times).hasValue(3));
            assertThat(esme.texts()).hasSize(3).containsOnly("be patient");
            assertThat(gateway.deadLetters()).isEmpty();
        }
    }

    @Test
    void whatWaitsBehindAnEsmeThatUnbindsGoesToTheNext() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        TestEsme busy = bind();
        busy.answering(deliver -> awaitUninterrupted(never));
        gateway.channel(0).receiveFrom(SOMEBODY, "in its hands");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(busy.texts()).hasSize(1));
        gateway.channel(1).receiveFrom(ANOTHER, "behind it");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.received()).isEqualTo(2));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(busy::close);

        try (TestEsme next = bind()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(next.texts()).contains("behind it", "in its hands"));
        }
        never.countDown();
        closing.join();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
