package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.TooLateException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gsm.at.FinalResult;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The errors of AT+CMGS that the page lists. */
class ModemRefusalsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(302, new SubmitRefusedException("to", "denied")),
                Arguments.of(302, new SubmitRefusedException("channel", "not the account's")),
                Arguments.of(302, new IllegalArgumentException("no such channel")),
                Arguments.of(304, new SubmitRefusedException("text", "too long")),
                Arguments.of(322, new StoreFullException("no room")),
                Arguments.of(322, new TooLateException(Instant.EPOCH.plusSeconds(9), Instant.EPOCH)),
                Arguments.of(331, new StoreUnavailableException("away", new IllegalStateException())),
                Arguments.of(331, new RejectedExecutionException("stopping")),
                Arguments.of(500, new IllegalStateException("a fault")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsError(int error, Exception failure) {
        assertThat(ModemRefusals.of(failure)).isInstanceOfSatisfying(FinalResult.Cms.class, refused -> assertThat(
                        refused.error().code())
                .isEqualTo(error));
    }
}
