package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.NumberRule.Fate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts of messages that meet each fate, from the network to the ESME. */
class SmppReceiptsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte FAILURE_ONLY = 0x02;
    private static final byte SUCCESS_ONLY = 0x03;
    private static final byte INTERMEDIATE_ONLY = 0x10;
    private static final byte RECEIPT_AND_INTERMEDIATE = 0x11;
    private static final int INTERMEDIATE = 0x20;
    private static final int FINAL = 0x04;
    private static final Fate[] FATES = Fate.values();
    private static final String DELIVERED = to(Fate.DELIVERED);
    private static final String UNOBTAINABLE = to(Fate.UNOBTAINABLE);

    private final List<SmppGateway> started = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void keepIn(@TempDir Path given) {
        folder = given;
    }

    @AfterEach
    void stop() {
        started.forEach(SmppGateway::close);
    }

    /** The last digit of a number is its fate. */
    private static String to(Fate fate) {
        return "38067765432" + fate.ordinal();
    }

    private static Fate fateOf(SmsAddress number) {
        return FATES[number.value().charAt(number.value().length() - 1) - '0'];
    }

    private TestEsme bind(FaultPlan faults, InterfaceVersion version) throws Exception {
        SmppGateway gateway = SmppGateway.start(
                folder, 0, MemoryAccounts.demo(), network -> network.otherNumbers(SmppReceiptsTest::fateOf)
                        .faults(faults));
        started.add(gateway);
        return TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TRX, version);
    }

    private TestEsme bind() throws Exception {
        return bind(FaultPlan.none(), InterfaceVersion.IF_34);
    }

    private static String submit(TestEsme esme, String to, byte registered) throws Exception {
        byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);
        return esme.submit(to, new ESMClass(), DataCodings.ZERO, text, registered);
    }

    private static DeliverSm onlyReceipt(TestEsme esme) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(esme.told()).isNotEmpty());
        assertThat(esme.told()).hasSize(1);
        return esme.told().get(0);
    }

    private static String text(DeliverSm receipt) {
        return new String(receipt.getShortMessage(), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "DELIVERED, DELIVRD, 000, 001, 2",
        "HANDED_ON, ACCEPTD, 001, 000, 6",
        "REPLACED, DELETED, 002, 000, 4",
        "REJECTED, REJECTD, 066, 000, 8",
        "UNOBTAINABLE, UNDELIV, 067, 000, 5",
        "EXPIRED, EXPIRED, 070, 000, 3",
        "DELETED, DELETED, 072, 000, 4",
        "FORGOTTEN, UNKNOWN, 073, 000, 7"
    })
    void theReceiptAndTheQuerySayWhatTheNetworkReported(
            Fate fate, String state, String error, String delivered, int messageState) throws Exception {
        try (TestEsme esme = bind()) {
            String id = submit(esme, to(fate), TestEsme.RECEIPT);

            DeliverSm receipt = onlyReceipt(esme);
            assertThat(text(receipt))
                    .startsWith("id:" + id + " sub:001 dlvrd:" + delivered + " ")
                    .contains(" stat:" + state + " err:" + error + " ");
            assertThat(receipt.getOptionalParameter(OptionalParameter.Message_state.class)
                            .getValue())
                    .isEqualTo((byte) messageState);
            assertThat(receipt.getOptionalParameter(OptionalParameter.Network_error_code.class)
                            .getErrorCode())
                    .isEqualTo(Short.parseShort(error));
            assertThat(esme.session()
                            .queryShortMessage(id, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "1234")
                            .getMessageState()
                            .value())
                    .isEqualTo((byte) messageState);
        }
    }

    @Test
    void whatTheModemRefusesIsUndeliverableWithItsError() throws Exception {
        FaultPlan refusing = FaultPlan.none().with(Fault.ERROR, 1).withErrors(1);
        try (TestEsme esme = bind(refusing, InterfaceVersion.IF_34)) {
            submit(esme, DELIVERED, TestEsme.RECEIPT);

            assertThat(text(onlyReceipt(esme))).contains(" dlvrd:000 ", " stat:UNDELIV err:701 ");
        }
    }

    @Test
    void aLongMessageWhoseSecondSegmentIsRefusedIsNotDelivered() throws Exception {
        FaultPlan secondFails = FaultPlan.none().withErrors(1);
        for (int channel = 0; channel < 4; channel++) {
            secondFails = secondFails.at(channel, 2, Fault.ERROR);
        }
        try (TestEsme esme = bind(secondFails, InterfaceVersion.IF_34)) {
            esme.submitUcs2(DELIVERED, "Привіт! ".repeat(12));

            assertThat(text(onlyReceipt(esme))).contains("sub:002 ", " stat:UNDELIV err:701 ");
        }
    }

    @Test
    void inTransactionModeWhatTheNetworkRefusesIsARefusalWithoutReceipt() throws Exception {
        FaultPlan refusing = FaultPlan.none().with(Fault.ERROR, 1).withErrors(1);
        try (TestEsme esme = bind(refusing, InterfaceVersion.IF_34)) {
            byte[] text = "now or never".getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(
                            () -> esme.submit(DELIVERED, new ESMClass(0x02), DataCodings.ZERO, text, TestEsme.RECEIPT))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(0xFE));

            String later = submit(esme, DELIVERED, TestEsme.RECEIPT);
            assertThat(text(onlyReceipt(esme))).startsWith("id:" + later);
        }
    }

    @Test
    void whoWantsFailuresOnlyHearsOfNoSuccess() throws Exception {
        try (TestEsme esme = bind()) {
            submit(esme, DELIVERED, FAILURE_ONLY);
            String failed = submit(esme, UNOBTAINABLE, FAILURE_ONLY);
            String reported = submit(esme, DELIVERED, TestEsme.RECEIPT);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(esme.texts()).hasSize(2));
            assertThat(esme.texts())
                    .anyMatch(text -> text.startsWith("id:" + failed) && text.contains("stat:UNDELIV"))
                    .anyMatch(text -> text.startsWith("id:" + reported) && text.contains("stat:DELIVRD"));
        }
    }

    @Test
    void aPeerOfVersion50ThatWantsSuccessesOnlyHearsOfNoFailure() throws Exception {
        try (TestEsme esme = bind(FaultPlan.none(), InterfaceVersion.IF_50)) {
            submit(esme, UNOBTAINABLE, SUCCESS_ONLY);
            String delivered = submit(esme, DELIVERED, SUCCESS_ONLY);
            String reported = submit(esme, UNOBTAINABLE, TestEsme.RECEIPT);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(esme.texts()).hasSize(2));
            assertThat(esme.texts())
                    .anyMatch(text -> text.startsWith("id:" + delivered) && text.contains("stat:DELIVRD"))
                    .anyMatch(text -> text.startsWith("id:" + reported) && text.contains("stat:UNDELIV"));
        }
    }

    @Test
    void whoWantsAnIntermediateReceiptOnlyHearsThatTheNetworkTookIt() throws Exception {
        try (TestEsme esme = bind()) {
            String id = submit(esme, DELIVERED, INTERMEDIATE_ONLY);

            DeliverSm receipt = onlyReceipt(esme);
            assertThat(receipt.getEsmClass() & 0x3C).isEqualTo(INTERMEDIATE);
            assertThat(text(receipt)).startsWith("id:" + id).contains("stat:ENROUTE");
        }
    }

    @Test
    void whoWantsBothHearsThatTheNetworkTookItAndThenWhatBecameOfIt() throws Exception {
        try (TestEsme esme = bind()) {
            submit(esme, UNOBTAINABLE, RECEIPT_AND_INTERMEDIATE);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(esme.told()).hasSize(2));
            assertThat(esme.told())
                    .extracting(receipt -> receipt.getEsmClass() & 0x3C)
                    .isEqualTo(List.of(INTERMEDIATE, FINAL));
            assertThat(esme.texts().get(1)).contains("stat:UNDELIV");
        }
    }
}
