package io.polygator.app.crash;

import io.polygator.app.crash.Order.Answer;
import io.polygator.app.crash.Order.Doubt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Programs that submit messages as long as the application lives: some ask again with the same idempotency key when
 * they get no answer, the others go on to their next message.
 */
final class Clients implements AutoCloseable {
    private static final int PERSISTENT = 4;
    private static final int CARELESS = 2;
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(200);
    private static final int FIRST_NUMBER = 1_000_000;
    private static final int LONG_EVERY = 3;
    /** These may be sent twice. Of a careless client's message nobody could ask whether it is marked then. */
    private static final int RETRIED_EVERY = 2;
    /** Three segments of 153 characters are needed for more than 306. */
    private static final String LONG = " and much more".repeat(24);

    private final MessagesApi api;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(PERSISTENT + CARELESS);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Order, Answer> answers = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Client> clients =
            IntStream.range(0, PERSISTENT + CARELESS).mapToObj(Client::new).toList();
    private volatile boolean enough;

    Clients(MessagesApi api) {
        this.api = api;
    }

    void start() {
        for (Client client : clients) {
            threads.scheduleWithFixedDelay(
                    client, BETWEEN_MESSAGES.toMillis(), BETWEEN_MESSAGES.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private final class Client implements Runnable {
        private final boolean persistent;
        private volatile @Nullable Order current;

        Client(int index) {
            persistent = index < PERSISTENT;
        }

        @Override
        public void run() {
            Order order = current == null && !enough ? nextOrder(persistent) : current;
            current = order;
            if (order != null) {
                try {
                    hear(order, api.submit(order));
                } catch (IllegalStateException e) {
                    failures.add(order.number() + ": " + e.getMessage());
                    current = null;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void hear(Order order, Answer answer) {
            if (answer instanceof Answer.NotAsked) {
                return;
            }
            // What was refused once an answer had been missing may have been taken the time before.
            answers.merge(
                    order,
                    answer,
                    (before, now) -> now instanceof Answer.Refused && before instanceof Answer.None ? before : now);
            if (!persistent || answer instanceof Answer.Accepted) {
                current = null;
            }
        }
    }

    private Order nextOrder(boolean persistent) {
        int number = numbers.getAndIncrement();
        String text = "message " + number + (number % LONG_EVERY == 0 ? LONG : "");
        return new Order(
                "+38067" + (FIRST_NUMBER + number),
                text,
                persistent && number % RETRIED_EVERY == 0 ? Doubt.RETRY : Doubt.HOLD,
                persistent ? Optional.of("order-" + number) : Optional.empty());
    }

    /** No message is begun from now on; those without an answer are still asked about. */
    void beginNoMore() {
        enough = true;
    }

    /** Whether no client wants anything any more. */
    boolean isSatisfied() {
        return enough && clients.stream().allMatch(client -> client.current == null);
    }

    /** What was submitted, and what the clients were told last. */
    Map<Order, Answer> answers() {
        return Map.copyOf(answers);
    }

    /** Answers that no client should get. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
