package io.polygator.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.app.ApplicationProcess;
import io.polygator.app.Packaging;
import io.polygator.app.crash.Order.Answer;
import io.polygator.app.crash.Order.Doubt;
import io.polygator.app.crash.UnderAttack.Ports;
import io.polygator.simulator.PolygatorSimulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The same Idempotency-Key, three times at once and again after kill -9, is one message. */
@Tag("packaged")
class IdempotencyIT {
    private static final long SEED = 4711;
    private static final int AT_ONCE = 3;
    private static final Order ORDER = new Order("+380671230042", "once", Doubt.HOLD, Optional.of("order-4711"));

    @Test
    void aKeyIsOneMessageAlsoAfterTheApplicationWasKilled(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        Ports ports = Ports.free();
        MessagesApi api = new MessagesApi(ports.http());
        Set<String> ids = new HashSet<>();
        try (PolygatorSimulator simulator = UnderAttack.simulator(SEED).start();
                UnreliableWebhook webhook = new UnreliableWebhook(SEED)) {
            List<String> settings = UnderAttack.settings(ports, folder, simulator.addresses(), webhook.url());
            try (ApplicationProcess application = ApplicationProcess.start(Packaging.JVM, folder, settings)) {
                application.awaitReady();
                ids.addAll(submitAtOnce(api));
                application.kill();
            }
            try (ApplicationProcess application = ApplicationProcess.start(Packaging.JVM, folder, settings)) {
                application.awaitReady();
                ids.addAll(submitAtOnce(api));
            }
        }
        assertThat(ids).hasSize(1);
    }

    private static List<String> submitAtOnce(MessagesApi api) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        List<String> ids = new ArrayList<>();
        Callable<Answer> submit = () -> api.submit(ORDER);
        for (Future<Answer> answer : clients.invokeAll(Collections.nCopies(AT_ONCE, submit))) {
            assertThat(answer.get()).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> ids.add(accepted.id()));
        }
        clients.shutdown();
        return ids;
    }
}
