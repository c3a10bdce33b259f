package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;

class StoreHealthCheckTest extends PolygatorTestSupport {
    private static final StoreUnavailableException GONE =
            new StoreUnavailableException("the database db.example.org does not answer", new IOException("refused"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final StoreTrouble trouble = new StoreTrouble(now::get);
    private final StoreHealthCheck check = new StoreHealthCheck(gateway, trouble, "data/polygator.db (SQLite)");

    @Test
    void isUpWhileTheStoreCanBeReadAndTakesMessages() {
        trouble.submitted(null);

        assertThat(check.call().getState()).isEqualTo(State.UP);
        assertThat(check.call().getDetails()).containsEntry("place", "data/polygator.db (SQLite)");
    }

    @Test
    void isDownWithTheReasonWhileTheStoreCannotBeReadAndUpAgainAfterwards() {
        gateway.queryFailure = GONE;
        assertThat(check.call().getState()).isEqualTo(State.DOWN);
        assertThat(check.call().getMessage()).contains("the database db.example.org does not answer");

        gateway.queryFailure = null;
        assertThat(check.call().getState()).isEqualTo(State.UP);
    }

    @Test
    void isDownAfterARefusalUntilTheStoreTakesAMessageOrAMinuteIsOver() {
        trouble.submitted(new CompletionException(new StoreFullException("the disk is full")));
        assertThat(check.call().getMessage()).contains("the disk is full");

        trouble.submitted(null);
        assertThat(check.call().getState()).isEqualTo(State.UP);

        trouble.submitted(GONE);
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(59)));
        assertThat(check.call().getState()).isEqualTo(State.DOWN);
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(60)));
        assertThat(check.call().getState()).isEqualTo(State.UP);
        assertThat(trouble.refusals()).isEqualTo(2);
    }

    @Test
    void aWrongMessageIsNoTroubleOfTheStore() {
        trouble.submitted(new SubmitRefusedException("to", "to is no phone number"));

        assertThat(check.call().getState()).isEqualTo(State.UP);
        assertThat(trouble.refusals()).isZero();
    }

    @Test
    void theComponentRegistersItAndTellsItWhatTheStoreRefuses() {
        gateway.submitFailure = GONE;
        template.send("polygator:all", exchange -> {
            exchange.getMessage().setBody("hello");
            exchange.getMessage().setHeaders(Map.of(PolygatorConstants.TO, "777"));
        });

        HealthCheck registered = HealthCheckHelper.getHealthCheck(context, StoreHealthCheck.ID);
        assertThat(registered.isReadiness()).isTrue();
        assertThat(registered.isLiveness()).isFalse();
        assertThat(registered.call().getMessage())
                .hasValueSatisfying(reason -> assertThat(reason).contains("does not answer"));
        assertThat(context.getComponent("polygator", PolygatorComponent.class).storeRefusals())
                .isEqualTo(1);
    }
}
