package io.polygator.app.crash;

import io.polygator.app.crash.Order.Answer;
import io.polygator.app.crash.Order.Doubt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An ESME that binds again whenever the application is back, submits every message once, whether or not it gets an
 * answer, and keeps what it is told about them.
 */
final class EsmeTraffic implements AutoCloseable {
    private static final int SUBMITTERS = 3;
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(300);
    private static final Duration BETWEEN_BINDS = Duration.ofMillis(250);
    /** Longer than an answer takes at most. */
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);

    private static final int FIRST_NUMBER = 4_000_000;
    private static final int LONG_EVERY = 4;
    /** Two segments of 153 characters are needed for more than 160. */
    private static final String LONG = " and somewhat more".repeat(10);

    private final int port;
    private final ScheduledExecutorService binder = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService submitters = Executors.newScheduledThreadPool(SUBMITTERS);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Order, Answer> answers = new ConcurrentHashMap<>();
    private final Queue<String> receipts = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile @Nullable EsmeBind bind;

    EsmeTraffic(int port) {
        this.port = port;
    }

    void start() {
        binder.scheduleWithFixedDelay(this::stayBound, 0, BETWEEN_BINDS.toMillis(), TimeUnit.MILLISECONDS);
        for (int submitter = 0; submitter < SUBMITTERS; submitter++) {
            submitters.scheduleWithFixedDelay(
                    this::submit, BETWEEN_MESSAGES.toMillis(), BETWEEN_MESSAGES.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void stayBound() {
        if (bound().isEmpty()) {
            try {
                bind = EsmeBind.open(port, receipts::add);
            } catch (IOException e) {
                // The application is dead or not ready yet; the next turn tries again.
            }
        }
    }

    private Optional<EsmeBind> bound() {
        return Optional.ofNullable(bind).filter(EsmeBind::isBound);
    }

    private void submit() {
        bound().ifPresent(open -> {
            Order order = nextOrder();
            try {
                answers.put(order, open.submit(order));
            } catch (IllegalStateException e) {
                failures.add(order.number() + ": " + e.getMessage());
            }
        });
    }

    private Order nextOrder() {
        int number = numbers.getAndIncrement();
        String text = "submitted " + number + (number % LONG_EVERY == 0 ? LONG : "");
        return new Order("+38067" + (FIRST_NUMBER + number), text, Doubt.HOLD, Optional.empty());
    }

    /** Nothing new is submitted; receipts still come. */
    void stop() throws InterruptedException {
        submitters.shutdown();
        if (!submitters.awaitTermination(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the ESME did not stop");
        }
    }

    /** What was submitted, and how it was answered. */
    Map<Order, Answer> answers() {
        return Map.copyOf(answers);
    }

    /** The message_id of each answer to a submit_sm. */
    Set<String> acceptedIds() {
        return answers.values().stream()
                .filter(Answer.Accepted.class::isInstance)
                .map(answer -> ((Answer.Accepted) answer).id())
                .collect(Collectors.toSet());
    }

    /** The message_id of each receipt, those that came again included. */
    List<String> receipts() {
        return List.copyOf(receipts);
    }

    /** Answers that no ESME should get. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        submitters.shutdownNow();
        binder.shutdownNow();
        bound().ifPresent(EsmeBind::close);
    }
}
