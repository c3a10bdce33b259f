package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.MessageNotSentException;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.MessageId;
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
        "to, 0x0B",
        "from, 0x0A",
        "text, 0x01",
        "data, 0x01",
        "validity, 0x62",
        "sendAt, 0x61",
        "priority, 0x06",
        "channel, 0x45",
        "account, 0x45"
    })
    void aFieldThatTheGatewayRefusesHasItsStatus(String field, String status) {
        assertThat(statusOf(new SubmitRefusedException(field, field + ": no"))).isEqualTo(Integer.decode(status));
    }

    @Test
    void whatTheGatewayCannotDoHasAStatus() {
        assertThat(statusOf(new StoreFullException("full"))).isEqualTo(0x14);
        assertThat(statusOf(new StoreUnavailableException("away", new IOException("away"))))
                .isEqualTo(0x08);
        assertThat(statusOf(new IllegalArgumentException("no such channel"))).isEqualTo(0x45);
        assertThat(statusOf(new MessageNotSentException(new MessageId("4711"), "unassigned number")))
                .isEqualTo(0xFE);
    }

    @Test
    void whatNobodyExpectedStaysAsItIs() {
        IllegalStateException surprise = new IllegalStateException("a surprise");

        assertThat(SmppRefusals.of(new CompletionException(surprise))).isSameAs(surprise);
    }

    private static int statusOf(Throwable failure) {
        return ((SmppRefusedException) SmppRefusals.of(new CompletionException(failure)))
                .status()
                .value();
    }
}
