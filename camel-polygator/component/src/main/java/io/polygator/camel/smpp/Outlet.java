package io.polygator.camel.smpp;

import io.polygator.smpp.esme.Delivery;
import java.util.concurrent.CompletionStage;

/** Where deliveries for an account's ESMEs go. */
@FunctionalInterface
interface Outlet {

    /** Completes when an ESME of the account has taken the delivery; fails when it has not. */
    CompletionStage<Void> deliver(String account, Delivery delivery);
}
