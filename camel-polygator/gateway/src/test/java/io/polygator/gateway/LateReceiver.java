package io.polygator.gateway;

import io.polygator.gateway.store.MessageStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store that takes what comes in when it is told to, and does all else at once. */
final class LateReceiver {
    private final MessageStore store;
    private final CompletableFuture<Void> told = new CompletableFuture<>();

    LateReceiver(MessageStore store) {
        this.store = store;
    }

    MessageStore proxy() {
        return (MessageStore) Proxy.newProxyInstance(
                MessageStore.class.getClassLoader(),
                new Class<?>[] {MessageStore.class},
                (any, method, arguments) -> method.getName().equals("receive")
                        ? told.thenCompose(now -> (CompletionStage<?>) ask(method, arguments))
                        : ask(method, arguments));
    }

    private Object ask(Method method, Object[] arguments) {
        try {
            return method.invoke(store, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes what came. */
    void receiveNow() {
        told.complete(null);
    }
}
