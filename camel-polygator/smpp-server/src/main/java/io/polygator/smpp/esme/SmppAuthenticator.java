package io.polygator.smpp.esme;

import java.util.concurrent.CompletionStage;

/** Decides who may bind. Called on an I/O thread: it must not block. */
@FunctionalInterface
public interface SmppAuthenticator {

    /**
     * Checks in this order: address allowed, system_id known and enabled, password, system_type, kind of bind. The
     * server itself enforces {@link BindRules}.
     */
    CompletionStage<BindDecision> bind(BindRequest request);
}
