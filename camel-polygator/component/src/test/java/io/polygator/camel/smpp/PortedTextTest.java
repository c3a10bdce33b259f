package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.smpp.esme.SubmitBody;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts for an application port. */
class PortedTextTest {
    private static final Ports PORTS = new Ports(0x0B84, 0x23F0);

    private static MessageBody.Prepared prepare(String text, OptionalInt messageClass) {
        return (MessageBody.Prepared) PortedText.prepare(new SubmitBody.Text(text, messageClass, Optional.of(PORTS)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Hello, GSM7", "Привіт, UCS2"})
    void theHeaderNamesThePortsAndTheTextIsWhole(String text, Alphabet alphabet) {
        MessageBody.Prepared body = prepare(text, OptionalInt.empty());

        assertThat(Ports.in(body.userData().header())).contains(PORTS);
        assertThat(Concatenation.in(body.userData().header())).isEmpty();
        assertThat(body.userData().text()).contains(text);
        assertThat(body.scheme().alphabet()).isEqualTo(alphabet);
        assertThat(body.scheme().messageClass()).isEmpty();
    }

    @Test
    void theClassIsKept() {
        assertThat(prepare("Hello", OptionalInt.of(2)).scheme().messageClass()).hasValue(2);
    }

    @Test
    void aTextThatOneShortMessageDoesNotHoldIsRefused() {
        assertThat(prepare("x".repeat(152), OptionalInt.empty()).userData().text())
                .contains("x".repeat(152));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prepare("x".repeat(153), OptionalInt.empty()))
                .withMessageContaining("fit into one short message");
    }
}
