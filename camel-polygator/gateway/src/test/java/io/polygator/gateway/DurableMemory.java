package io.polygator.gateway;

import io.polygator.gateway.FaultPlan.Life;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.store.InboundSegment;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gateway.store.MessageEdit;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gateway.store.Outbox;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.Updated;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A store that outlives the processes of a test: each opens it anew, and one plan says which call goes wrong. */
final class DurableMemory {
    final MemoryMessageStore kept = new MemoryMessageStore(10_000);
    /** Raw lines of the inbound segments that are committed. */
    final Set<String> received = new HashSet<>();

    private final FaultPlan plan;
    private final Map<MessageId, Life> senders = new LinkedHashMap<>();

    DurableMemory(FaultPlan plan) {
        this.plan = plan;
    }

    /** The store as one process sees it. */
    MessageStore openedBy(Life life) {
        Outbox outbox = proxy(
                Outbox.class,
                (method, arguments) -> plan.step(
                        life, "outbox." + method.getName(), () -> stage(invoke(method, kept.outbox(), arguments))));
        return proxy(MessageStore.class, (method, arguments) -> switch (method.getName()) {
            case "durable" -> true;
            case "outbox" -> outbox;
            case "close" -> null;
            default -> plan.step(life, method.getName(), () -> call(life, method, arguments));
        });
    }

    private CompletionStage<Object> call(Life life, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "interrupted" -> {
                return CompletableFuture.completedStage(interrupted(life));
            }
            case "update" -> {
                Optional<Updated> updated = kept.update((MessageId) arguments[0], (MessageEdit) arguments[1])
                        .toCompletableFuture()
                        .join();
                updated.ifPresent(done -> noteSender(done.after(), life));
                return CompletableFuture.completedStage(updated);
            }
            case "receive" -> received.add(((InboundSegment) arguments[0]).raw());
            default -> {
                // nothing to note
            }
        }
        return stage(invoke(method, kept, arguments));
    }

    private void noteSender(StoredMessage message, Life life) {
        if (message.has(MessageState.SENDING)) {
            senders.putIfAbsent(message.id(), life);
        } else {
            senders.remove(message.id());
        }
    }

    private List<StoredMessage> interrupted(Life asking) {
        List<StoredMessage> found = new ArrayList<>();
        senders.forEach((id, life) -> {
            if (life != asking) {
                kept.find(id).toCompletableFuture().join().ifPresent(found::add);
            }
        });
        return found;
    }

    @SuppressWarnings("unchecked")
    private static CompletionStage<Object> stage(Object result) {
        return (CompletionStage<Object>) result;
    }

    private static Object invoke(Method method, Object target, Object[] arguments) {
        try {
            return Objects.requireNonNull(method.invoke(target, arguments));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a call to a decorated method does. */
    private interface Call {
        @Nullable
        Object on(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        Object made = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments == null ? new Object[0] : arguments));
        return type.cast(made);
    }
}
