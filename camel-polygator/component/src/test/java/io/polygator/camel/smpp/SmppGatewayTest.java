package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.octets.Octets;
import io.polygator.simulator.network.AirLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes between SMPP and simulated SIMs, driven by jSMPP's client. */
class SmppGatewayTest {
    private static final String SOMEBODY = "380677654321";
    private static final String TOMORROW = "000001000000000R";
    private static final String PAST = "200101000000000+";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SmppGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        gateway = SmppGateway.start(folder, 0);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private TestEsme bind() throws IOException {
        return TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TRX);
    }

    @Test
    void aTextReachesTheAirAndItsReceiptTheEsme() throws Exception {
        try (TestEsme esme = bind()) {
            String id = esme.submit(SOMEBODY, "Hello over SMPP");

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(esme.texts())
                    .singleElement()
                    .asString()
                    .startsWith("id:" + id + " sub:001 dlvrd:001 submit date:")
                    .contains(" stat:DELIVRD err:000 text:Hello over SMPP"));
            assertThat(esme.told().get(0).getSourceAddr()).isEqualTo(SOMEBODY);
            assertThat(esme.told().get(0).getDestAddress()).isEqualTo("1234");
            assertThat(gateway.texts()).containsExactly("Hello over SMPP");
        }
    }

    @Test
    void aLongTextInUcs2LeavesInSegmentsAndHasOneReceipt() throws Exception {
        String text = "Привіт! ".repeat(12) + "\uD83D\uDE00";
        try (TestEsme esme = bind()) {
            esme.submitUcs2(SOMEBODY, text);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(esme.texts())
                    .singleElement()
                    .asString()
                    .contains("sub:002 dlvrd:002", "stat:DELIVRD"));
            assertThat(String.join("", gateway.texts())).isEqualTo(text);
        }
    }

    @Test
    void segmentsThatAnEsmeSubmitsAtOnceLeaveByOneSimAsTheyAreAndInOrder() throws Exception {
        List<byte[]> segments = IntStream.rangeClosed(1, 5)
                .mapToObj(sequence -> Octets.ofHex("05000307050" + sequence)
                        .concat(Octets.copyOf(("segment " + sequence).getBytes(StandardCharsets.US_ASCII)))
                        .toByteArray())
                .toList();
        try (TestEsme receiver = bind();
                PipeliningEsme esme = PipeliningEsme.bind(gateway.port(), "demo", "demo")) {
            assertThat(esme.submitAtOnce(SOMEBODY, 0x40, segments)).hasSize(5).containsOnly(0);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(receiver.texts()).hasSize(5));
            assertThat(gateway.texts())
                    .containsExactly("segment 1", "segment 2", "segment 3", "segment 4", "segment 5");
            assertThat(gateway.air().stream().map(AirLog.Entry::sender).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void anInboundMessageReachesTheEsme() throws Exception {
        try (TestEsme esme = bind()) {
            gateway.channel(0).receiveFrom("+" + SOMEBODY, "Hello from the network");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(esme.texts()).containsExactly("Hello from the network"));
            assertThat(esme.told().get(0).getSourceAddr()).isEqualTo(SOMEBODY);
            assertThat("+" + esme.told().get(0).getDestAddress())
                    .isEqualTo(gateway.channel(0).sim().number());
        }
    }

    @Test
    void whatComesWhileTheEsmeIsAwayWaitsForIt() throws Exception {
        try (TestEsme transmitter = TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TX)) {
            transmitter.submit(SOMEBODY, "Who will hear of me?");
        }
        gateway.channel(1).receiveFrom("+" + SOMEBODY, "Are you there?");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.texts()).hasSize(1));

        try (TestEsme receiver = TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_RX)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.texts())
                    .hasSize(2)
                    .contains("Are you there?")
                    .anyMatch(text -> text.contains("stat:DELIVRD")));
        }
    }

    @Test
    void aUssdCodeIsRefusedAndNotSentAsAMessage() throws Exception {
        OptionalParameter operation = new OptionalParameter.Ussd_service_op((byte) 2);
        try (TestEsme esme = bind()) {
            assertStatus(0x15, () -> submit(esme, "USSD"));
            assertStatus(0x15, () -> submit(esme, "USSD", operation));
            assertStatus(0x15, () -> submit(esme, "", operation));
            submit(esme, "CMT");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(gateway.texts()).containsExactly("*100#"));
        }
    }

    private static void submit(TestEsme esme, String serviceType, OptionalParameter... parameters) throws Exception {
        var unused = esme.session()
                .submitShortMessage(
                        serviceType,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1234",
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
                        "*100#".getBytes(StandardCharsets.US_ASCII),
                        parameters);
    }

    private static void assertStatus(int status, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(NegativeResponseException.class, refused -> assertThat(
                        refused.getCommandStatus())
                .isEqualTo(status));
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> TestEsme.bind(gateway.port(), "demo", "wrong", BindType.BIND_TRX))
                .hasMessageContaining("0000000d");
    }

    @Test
    void aScheduledMessageIsQueriedAndCancelled() throws Exception {
        try (TestEsme esme = bind()) {
            String id = scheduled(esme, "first", (byte) 0);

            assertThat(state(esme, id)).isEqualTo(MessageState.ENROUTE);
            esme.session()
                    .cancelShortMessage(
                            "",
                            id,
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            "1234",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            SOMEBODY);
            assertThat(state(esme, id)).isEqualTo(MessageState.DELETED);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(esme.texts()).singleElement().asString().contains("id:" + id, "stat:DELETED"));
        }
    }

    @Test
    void aReplacementChangesTextTimeAndReceipts() throws Exception {
        try (TestEsme esme = bind()) {
            String unreported = scheduled(esme, "first", (byte) 0);
            replace(esme, unreported, PAST, 0, "at once");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(gateway.texts()).containsExactly("at once"));

            String reported = scheduled(esme, "second", (byte) 0);
            replace(esme, reported, PAST, TestEsme.RECEIPT, "");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(esme.texts()).isNotEmpty());

            assertThat(gateway.texts()).containsExactly("at once", "second");
            assertThat(esme.texts()).singleElement().asString().contains("id:" + reported, "text:second");
        }
    }

    @Test
    void aReplacementThatSaysNoTimeLeavesIt() throws Exception {
        try (TestEsme esme = bind()) {
            String id = scheduled(esme, "first", (byte) 0);
            replace(esme, id, null, TestEsme.RECEIPT, "other");

            assertThat(state(esme, id)).isEqualTo(MessageState.ENROUTE);
            replace(esme, id, PAST, TestEsme.RECEIPT, "");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(esme.texts()).isNotEmpty());
            assertThat(gateway.texts()).containsExactly("other");
            assertThatThrownBy(() -> replace(esme, id, null, 0, "too late"))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(0x13));
        }
    }

    private static void replace(TestEsme esme, String id, @Nullable String schedule, int receipt, String text)
            throws Exception {
        esme.session()
                .replaceShortMessage(
                        id,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "1234",
                        schedule,
                        null,
                        new RegisteredDelivery(receipt),
                        (byte) 0,
                        text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aMessageTakesThePlaceOfOneThatWaits() throws Exception {
        try (TestEsme esme = bind()) {
            String first = scheduled(esme, "first", (byte) 0);
            String second = scheduled(esme, "second", (byte) 1);

            assertThat(second).isNotEqualTo(first);
            assertThat(state(esme, first)).isEqualTo(MessageState.DELETED);
            assertThat(state(esme, second)).isEqualTo(MessageState.ENROUTE);
        }
    }

    @Test
    void anIdOfNobodyIsRefused() throws Exception {
        try (TestEsme esme = bind()) {
            assertThatThrownBy(() -> state(esme, "17"))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(0x0C));
        }
    }

    @Test
    void aPeerOfVersion33GetsIdsThatItCanRead() throws Exception {
        try (TestEsme esme = TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TX, InterfaceVersion.IF_33)) {
            String id = scheduled(esme, "first", (byte) 0);

            assertThat(id).matches("[0-9a-f]{8}");
            assertThat(state(esme, id)).isEqualTo(MessageState.ENROUTE);
        }
    }

    private String scheduled(TestEsme esme, String text, byte replaceIfPresent) throws Exception {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        return esme.submit(
                SOMEBODY, new ESMClass(), DataCodings.ZERO, octets, TestEsme.RECEIPT, TOMORROW, replaceIfPresent);
    }

    private static MessageState state(TestEsme esme, String id) throws Exception {
        return esme.session()
                .queryShortMessage(id, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "1234")
                .getMessageState();
    }
}
