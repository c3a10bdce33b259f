package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.smpp.esme.SmppRefusedException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppRefusalsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "to, RINVDSTADR",
        "from, RINVSRCADR",
        "text, RINVMSGLEN",
        "data, RINVMSGLEN",
        "validity, RINVEXPIRY",
        "sendAt, RINVSCHED",
        "priority, RINVPRTFLG",
        "channel, RSUBMITFAIL",
        "account, RSUBMITFAIL"
    })
    void aFieldThatTheGatewayRefusesHasItsStatus(String field, String status) {
        assertThat(statusOf(new SubmitRefusedException(field, field + ": no"))).isEqualTo(status);
    }

    @Test
    void whatTheGatewayCannotDoHasAStatus() {
        assertThat(statusOf(new StoreFullException("full"))).isEqualTo("RMSGQFUL");
        assertThat(statusOf(new StoreUnavailableException("away", new IOException("away")))).isEqualTo("RSYSERR");
        assertThat(statusOf(new IllegalArgumentException("no such channel"))).isEqualTo("RSUBMITFAIL");
    }

    @Test
    void whatNobodyExpectedStaysAsItIs() {
        IllegalStateException surprise = new IllegalStateException("a surprise");

        assertThat(SmppRefusals.of(new CompletionException(surprise))).isSameAs(surprise);
    }

    private static String statusOf(Throwable failure) {
        return ((SmppRefusedException) SmppRefusals.of(new CompletionException(failure)))
                .status()
                .name();
    }
}
