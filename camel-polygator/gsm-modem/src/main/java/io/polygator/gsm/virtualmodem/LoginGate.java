package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.ClientLogin.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps a client out until it has logged in, and ends the connection of one that cannot. */
final class LoginGate {
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Optional<ClientLogin> login;
    private final Runnable hangUp;
    private boolean open;
    private int failures;
    private Loop.@Nullable Timer deadline;

    LoginGate(Optional<ClientLogin> login, Loop loop, Runnable hangUp) {
        this.login = login;
        this.hangUp = hangUp;
        this.open = login.isEmpty();
        if (!open) {
            deadline = loop.schedule(DEADLINE, hangUp);
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Whether there is anything to log in to. */
    boolean isGuarded() {
        return login.isPresent();
    }

    /** Hears the verdict after the gate has drawn its consequences. */
    void attempt(String user, String secret, Consumer<Verdict> verdict) {
        login.ifPresent(guard -> guard.verify(user, secret, answer -> {
            judge(answer);
            verdict.accept(answer);
        }));
    }

    private void judge(Verdict verdict) {
        if (verdict == Verdict.ACCEPTED) {
            open = true;
            forgetDeadline();
        } else {
            open = false;
            failures++;
        }
    }

    /** To be called once the client has been told of a failure. */
    void hangUpOnIntruder() {
        if (failures >= MOST_ATTEMPTS) {
            hangUp.run();
        }
    }

    /** The client is gone. */
    void close() {
        forgetDeadline();
    }

    private void forgetDeadline() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }
}
