package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.MessageId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready while the store can be read and has not just refused a message. A restart would not help: readiness only. */
final class StoreHealthCheck extends AbstractHealthCheck {
    static final String ID = "polygator-store";

    private static final MessageId NOBODYS = new MessageId("0");
    private static final long LONGEST_SECONDS = 5;

    private final SmsGateway gateway;
    private final StoreTrouble trouble;
    private final String place;

    /** @param place where messages are kept, for the details */
    StoreHealthCheck(SmsGateway gateway, StoreTrouble trouble, String place) {
        super("camel", ID);
        this.gateway = gateway;
        this.trouble = trouble;
        this.place = place;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("place", place);
        Optional<String> wrong = unreadable().or(trouble::recent);
        if (wrong.isEmpty()) {
            builder.up();
        } else {
            builder.message(wrong.get());
            builder.detail("reason", wrong.get());
            builder.down();
        }
    }

    private Optional<String> unreadable() {
        try {
            gateway.query(NOBODYS).toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("the store has not answered within " + LONGEST_SECONDS + " seconds");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of(StoreTrouble.reason(cause).orElse(cause.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the check was interrupted");
        }
    }
}
