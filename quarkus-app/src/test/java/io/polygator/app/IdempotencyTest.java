package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.app.HttpApi.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
class IdempotencyTest {

    @Test
    void theSameKeyThreeTimesAtOnceIsOneMessage() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(3);
        for (int round = 0; round < 20; round++) {
            String key = UUID.randomUUID().toString();
            CyclicBarrier together = new CyclicBarrier(3);
            Callable<String> send = () -> {
                together.await();
                Answer answer = HttpApi.demo()
                        .post(
                                "/v1/messages",
                                "{\"to\":\"+380671234567\",\"text\":\"once\",\"reference\":\"" + key + "\"}",
                                Map.of("Idempotency-Key", key));
                assertThat(answer.status()).isEqualTo(202);
                return answer.text("id");
            };
            List<Future<String>> answers = clients.invokeAll(
                    IntStream.range(0, 3).mapToObj(one -> send).toList());
            String id = answers.get(0).get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(id);
            }
            assertThat(HttpApi.demo()
                            .get("/v1/messages?reference=" + key)
                            .json()
                            .path("messages"))
                    .hasSize(1);
        }
        clients.shutdown();
    }
}
