package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;

/** Makes the gateway of a component. */
final class SmsGateways {
    private SmsGateways() {}

    static SmsGateway open(StoreKind store) {
        throw new UnsupportedOperationException(store.name());
    }
}
