package io.polygator.gsm.modem;

import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One GSM module with its SIM. All methods may be called from any thread; everything happens on the transport's loop
 * and every stage completes there.
 */
public final class Modem {
    private final Loop loop;
    private final StatusBoard board;
    private final Lifecycle lifecycle;

    /**
     * A modem that does nothing before {@link #start}.
     *
     * @param pins survives restarts of this program: it keeps a SIM from being locked
     */
    public Modem(ModemSettings settings, Transport transport, PinLedger pins, ModemListener listener) {
        this.loop = transport.loop();
        this.board = new StatusBoard(listener, settings.module());
        // Differs between channels, so that they do not come back together; the same in each run, so that tests repeat.
        Random random = new Random(settings.name().hashCode());
        this.lifecycle = new Lifecycle(settings, transport, pins, listener, board, random);
    }

    /** Connects and keeps connected until {@link #stop}. */
    public void start() {
        loop.execute(lifecycle::start);
    }

    /** Lets a send that runs finish, then closes the link. */
    public CompletionStage<Void> stop() {
        return onLoop(() -> {
            lifecycle.beginStopping();
            return lifecycle.workers().turns().take(() -> {
                lifecycle.stop();
                return CompletableFuture.completedStage(null);
            });
        });
    }

    public ModemStatus status() {
        return board.status();
    }

    /**
     * Sends one segment; one at a time, others wait their turn.
     *
     * @param token names the segment when its outcome comes late
     */
    public CompletionStage<SendOutcome> send(String token, SmsSubmit submit) {
        return onLoop(() -> lifecycle.workers().sender().send(token, submit));
    }

    /**
     * Runs a USSD request, or answers the network's question in an open USSD session. A service code such as {@code
     * *100#} ends an open session and begins a new one. The stage fails with {@link UssdFailedException} when the
     * network gave no answer.
     */
    public CompletionStage<UssdReply> ussd(String code) {
        return onLoop(() -> lifecycle.workers().ussd().request(code));
    }

    /** Ends the USSD session, if one is open, and a request that waits for the network: its answer is TERMINATED. */
    public CompletionStage<Void> cancelUssd() {
        return onLoop(() -> {
            lifecycle.workers().ussd().cancel();
            return CompletableFuture.completedStage(null);
        });
    }

    /** Reads the SIM's storage soon: what the listener left there is offered to it again. */
    public void offerAgain() {
        loop.execute(() -> lifecycle.workers().offerAgain());
    }

    /** Restarts the modem, after a send that runs has finished; completes when the restart has begun. */
    public CompletionStage<Void> reset(ResetKind kind) {
        return onLoop(() -> lifecycle.workers().turns().take(() -> {
            lifecycle.reset(kind);
            return CompletableFuture.completedStage(null);
        }));
    }

    private <T> CompletionStage<T> onLoop(Supplier<CompletionStage<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> work.get().whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        }));
        return result;
    }
}
