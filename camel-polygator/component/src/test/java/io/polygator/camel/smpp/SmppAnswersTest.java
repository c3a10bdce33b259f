package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.simulator.network.AirLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When requests are answered, with what, and by which SIM they leave. */
class SmppAnswersTest {
    private static final String SOMEBODY = "380677654321";
    private static final ESMClass TRANSACTION = new ESMClass(0x02);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SmppGateway gateway;
    private TestEsme esme;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        gateway = SmppGateway.start(folder, 0);
        esme = TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TRX);
    }

    @AfterEach
    void stop() {
        esme.close();
        gateway.close();
    }

    @Test
    void inTransactionModeTheAnswerSaysThatTheNetworkHasTheMessage() throws Exception {
        byte[] text = "now or never".getBytes(StandardCharsets.US_ASCII);

        assertThat(esme.submit(SOMEBODY, TRANSACTION, DataCodings.ZERO, text, TestEsme.RECEIPT))
                .isNotEmpty();

        assertThat(gateway.texts()).containsExactly("now or never");
    }

    @Test
    void protocolReplyPathAndValidityReachTheAir() throws Exception {
        esme.session()
                .submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1234",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        SOMEBODY,
                        new ESMClass(0x80),
                        (byte) 0x41,
                        (byte) 3,
                        null,
                        "000000020000000R",
                        new RegisteredDelivery(0),
                        (byte) 0,
                        DataCodings.ZERO,
                        (byte) 0,
                        "the first of its kind".getBytes(StandardCharsets.US_ASCII));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.air()).hasSize(1));
        SmsSubmit sent = gateway.air().get(0).submit();
        assertThat(sent.protocolIdentifier().value()).isEqualTo(0x41);
        assertThat(sent.replyPath()).isTrue();
        assertThat(sent.validityPeriod().duration())
                .hasValueSatisfying(left -> assertThat(left).isBetween(Duration.ofHours(1), Duration.ofHours(2)));
    }

    @Test
    void whatHasLeftIsNotCancelled() throws Exception {
        String id = esme.submit(SOMEBODY, "gone");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(esme.texts()).hasSize(1));

        assertThatThrownBy(() -> esme.session()
                        .cancelShortMessage(
                                "",
                                id,
                                TypeOfNumber.INTERNATIONAL,
                                NumberingPlanIndicator.ISDN,
                                "1234",
                                TypeOfNumber.UNKNOWN,
                                NumberingPlanIndicator.UNKNOWN,
                                ""))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(0x11));
    }

    @Test
    void aSourceThatIsTheNumberOfASimChoosesIt() throws Exception {
        gateway.awaitNumbers();
        String number = gateway.channel(2).sim().number();
        for (int i = 0; i < 3; i++) {
            submitFrom(number.substring(1));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.air()).hasSize(3));
        assertThat(gateway.air()).extracting(AirLog.Entry::sender).containsOnly(number);
    }

    private void submitFrom(String source) throws Exception {
        esme.session()
                .submitShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        source,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        SOMEBODY,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(0),
                        (byte) 0,
                        DataCodings.ZERO,
                        (byte) 0,
                        "from the third".getBytes(StandardCharsets.US_ASCII));
    }
}
