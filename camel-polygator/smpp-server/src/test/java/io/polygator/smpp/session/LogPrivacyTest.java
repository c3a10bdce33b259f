package io.polygator.smpp.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.session.Rig.Wire;
import io.polygator.smpp.wire.PduDecoder;
import io.polygator.smpp.wire.PduException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** No text, no whole number and no password in what we log or print. */
class LogPrivacyTest {
    private static final String TEXT = "zanzibar";
    private static final String NUMBER = "380671234567";
    private static final String PASSWORD = "secret";

    private final Rig rig = new Rig();

    private String logged(Runnable doing) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        PrintStream before = System.err;
        try (PrintStream captured = new PrintStream(octets, true, StandardCharsets.UTF_8)) {
            System.setErr(captured);
            doing.run();
        } finally {
            System.setErr(before);
        }
        return octets.toString(StandardCharsets.UTF_8);
    }

    private void everythingThatMayGoWrong() {
        Wire wire = rig.transceiver();
        wire.send(Raw.submit(2, 0, TEXT.getBytes(US_ASCII)));
        rig.engine.onSubmit = request -> {
            throw new IllegalStateException("the engine cannot take " + request);
        };
        wire.send(Raw.submit(3, 0, TEXT.getBytes(US_ASCII)));
        rig.engine.onSubmit = request ->
                CompletableFuture.failedFuture(new SmppRefusedException(CommandStatus.RSUBMITFAIL, "no " + request));
        wire.send(Raw.submit(4, 0, TEXT.getBytes(US_ASCII)));
        wire.send(Raw.submit(5, 0x20, TEXT.getBytes(US_ASCII)));
        var unused = rig.deliver(DeliveriesTest.text("+" + NUMBER, TEXT));
        var receipt = rig.deliver(ReceiptOrderTest.receipt("1001"));
        wire.hangUp();
        rig.authenticator =
                request -> CompletableFuture.completedFuture(new BindDecision.Refused(CommandStatus.RINVPASWD));
        Wire refused = rig.connect();
        refused.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));
        rig.authenticator = request -> CompletableFuture.failedFuture(new IllegalStateException("no " + request));
        rig.connect().send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));
        rig.pass(Duration.ofMinutes(2));
    }

    @Test
    void theLogHoldsNoTextNoWholeNumberAndNoPassword() {
        String log = logged(this::everythingThatMayGoWrong);

        assertThat(log).contains("Incident", "bind of me");
        assertThat(log).doesNotContain(TEXT, NUMBER, PASSWORD);
    }

    @Test
    void nothingThatCanBePrintedHoldsThem() throws PduException {
        rig.transceiver().send(Raw.submit(2, 0, TEXT.getBytes(US_ASCII)));
        var delivery = DeliveriesTest.text("+" + NUMBER, TEXT);

        assertThat(PduDecoder.submitSm(Raw.submit(2, 0, TEXT.getBytes(US_ASCII)).bytes()))
                .asString()
                .doesNotContain(TEXT, NUMBER);
        assertThat(PduDecoder.bind(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34)))
                .asString()
                .doesNotContain(PASSWORD);
        assertThat(rig.engine.submits.get(0)).asString().doesNotContain(TEXT, NUMBER);
        assertThat(rig.binds.get(0)).asString().doesNotContain(PASSWORD);
        assertThat(delivery).asString().doesNotContain(TEXT, NUMBER);
        assertThat(ReceiptOrderTest.receipt("1001")).asString().doesNotContain("hello", NUMBER);
    }
}
