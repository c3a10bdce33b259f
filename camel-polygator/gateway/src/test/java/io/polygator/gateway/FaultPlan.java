package io.polygator.gateway;

import io.polygator.gateway.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Counts the steps by which a gateway touches what outlives it, and lets one of them go wrong: nothing of it happens, or
 * it happens and nobody hears of it, or the process ends before or after it.
 */
final class FaultPlan {
    /** What goes wrong with a step. */
    enum Fault {
        FAILS_BEFORE,
        FAILS_AFTER,
        DIES_BEFORE,
        DIES_AFTER;

        boolean happens() {
            return this == FAILS_AFTER || this == DIES_AFTER;
        }

        boolean kills() {
            return this == DIES_BEFORE || this == DIES_AFTER;
        }
    }

    final List<String> steps = new ArrayList<>();
    /** How many steps were refused by {@link #refuse}. */
    int refusals;

    private final int at;
    private final Fault fault;
    private String refused = "";
    private String failing = "";

    /** @param at the number of the step that goes wrong, from 0; -1 for none */
    FaultPlan(int at, Fault fault) {
        this.at = at;
        this.fault = fault;
    }

    static FaultPlan none() {
        return new FaultPlan(-1, Fault.FAILS_BEFORE);
    }

    /** From now on every step of this name fails; none does when it is empty. */
    void refuse(String name) {
        refused = name;
    }

    /** The next step of this name goes wrong, too. */
    void failNext(String name) {
        failing = name;
    }

    /** One life of the gateway's process. */
    static final class Life {
        boolean over;
    }

    /** A step that ends with an answer; a dead process takes none and hears nothing. */
    <T> CompletionStage<T> step(Life life, String name, Supplier<CompletionStage<T>> action) {
        if (life.over) {
            return new CompletableFuture<>();
        }
        if (name.equals(refused)) {
            refusals++;
            return unavailable();
        }
        boolean wrong = steps.size() == at || name.equals(failing);
        failing = wrong ? "" : failing;
        steps.add(name);
        if (!wrong) {
            return action.get();
        }
        CompletionStage<?> happened = fault.happens() ? action.get() : CompletableFuture.completedStage(null);
        life.over = fault.kills();
        return life.over ? new CompletableFuture<>() : happened.thenCompose(done -> unavailable());
    }

    private static <T> CompletionStage<T> unavailable() {
        return CompletableFuture.failedStage(
                new StoreUnavailableException("the test wants it so", new IllegalStateException("planned")));
    }
}
