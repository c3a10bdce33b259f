package io.polygator.camel.smpp;

import static io.polygator.camel.smpp.AccountedServer.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.ReceiptError;
import io.polygator.smpp.esme.ReceiptState;
import io.polygator.smpp.esme.SubmitBody;
import java.io.DataInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the section {@code smpp} of an account says, from its line in the file to the octets that an ESME reads. */
class SmppAccountOptionsTest {
    private static final String SOMEBODY = "380677654321";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int USER_DATA_HEADER = 0x40;
    private static final int SAR_MSG_REF_NUM = 0x020C;
    private static final int MESSAGE_PAYLOAD = 0x0424;

    private static Delivery inbound(String from, String text) {
        return new Delivery.InboundText(
                SmsAddress.ofDestination(from),
                SmsAddress.ofDestination("+380501234501"),
                text,
                OptionalInt.empty(),
                Optional.empty(),
                Instant.parse("2026-11-26T21:30:15Z"));
    }

    private static List<DeliverSm> told(TestEsme esme, CompletionStage<Void> delivered) {
        delivered
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return esme.told();
    }

    private static boolean has(DeliverSm deliver, int tag) {
        OptionalParameter[] parameters = deliver.getOptionalParameters();
        return parameters != null && Arrays.stream(parameters).anyMatch(parameter -> (parameter.tag & 0xFFFF) == tag);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gsm7, 00111B65, @_€",
        "gsm7-packed, C8329BFD06, Hello",
        "latin1, 40A3FC, @£ü",
        "ascii, 407E, @~",
        "utf8, E282AC, €"
    })
    void dataCodingZeroIsTheAlphabetOfTheAccountBothWays(String alphabet, String hex, String text) throws Exception {
        Octets octets = Octets.ofHex(hex);
        try (AccountedServer server = AccountedServer.of(account("crm", "alphabet: " + alphabet));
                TestEsme esme = server.bind("crm")) {
            esme.submit(SOMEBODY, new ESMClass(), DataCodings.ZERO, octets.toByteArray(), TestEsme.RECEIPT);
            assertThat(server.submits().get(0).body())
                    .isEqualTo(new SubmitBody.Text(text, OptionalInt.empty(), Optional.empty()));

            assertThat(told(esme, server.deliver("crm", inbound("+" + SOMEBODY, text))))
                    .singleElement()
                    .satisfies(deliver -> {
                        assertThat(Octets.copyOf(deliver.getShortMessage())).isEqualTo(octets);
                        assertThat(deliver.getDataCoding()).isZero();
                    });
        }
    }

    @ParameterizedTest(name = "{0}: {2} deliver_sm")
    @CsvSource({"assembled, 200, 1", "udh, 200, 2", "sar, 200, 2", "payload, 5, 1"})
    void aLongInboundMessageComesAsTheAccountWants(String concatenation, int letters, int deliveries) throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "concatenation: " + concatenation));
                TestEsme esme = server.bind("crm")) {
            assertThat(told(esme, server.deliver("crm", inbound("+" + SOMEBODY, "x".repeat(letters)))))
                    .hasSize(deliveries)
                    .allSatisfy(deliver -> {
                        assertThat((deliver.getEsmClass() & USER_DATA_HEADER) != 0)
                                .isEqualTo(concatenation.equals("udh"));
                        assertThat(has(deliver, SAR_MSG_REF_NUM)).isEqualTo(concatenation.equals("sar"));
                        assertThat(has(deliver, MESSAGE_PAYLOAD)).isEqualTo(concatenation.equals("payload"));
                    });
        }
    }

    private static Delivery receipt() {
        return new Delivery.Receipt(
                Delivery.Receipt.Kind.FINAL,
                MessageIdText.of("1001"),
                new EsmeAddress(2, 1, "1234"),
                new EsmeAddress(1, 1, SOMEBODY),
                Instant.parse("2026-11-26T21:30:15Z"),
                Instant.parse("2026-11-26T21:30:47Z"),
                ReceiptState.DELIVERED,
                ReceiptError.NONE,
                "hello",
                1,
                1,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'{}', submit date:2611262130 done date:2611262130 stat:DELIVRD err:000 text:hello",
        "'{zone: Europe/Moscow}', submit date:2611270030 done date:2611270030 stat:DELIVRD err:000 text:hello",
        "'{zone: \"-03:30\"}', submit date:2611261800 done date:2611261800 stat:DELIVRD err:000 text:hello",
        "'{dates: seconds}', submit date:261126213015 done date:261126213047 stat:DELIVRD err:000 text:hello",
        "'{text: capital}', submit date:2611262130 done date:2611262130 stat:DELIVRD err:000 Text:hello",
        "'{text: empty}', submit date:2611262130 done date:2611262130 stat:DELIVRD err:000 text:"
    })
    void receiptsAreWrittenAsTheAccountWants(String receipts, String end) throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "receipts: " + receipts));
                TestEsme esme = server.bind("crm")) {
            told(esme, server.deliver("crm", receipt()));

            assertThat(esme.texts()).containsExactly("id:1001 sub:001 dlvrd:001 " + end);
        }
    }

    @Test
    void asManySubmissionsMayBeUnansweredAsTheWindowSays() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        try (AccountedServer server = AccountedServer.of(account("crm", "window: {submit: 1}"));
                TestEsme esme = server.bind("crm")) {
            server.answerAfter(release);
            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> submit(esme, "first"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.submits()).hasSize(1));

            assertStatus(0x58, () -> esme.submit(SOMEBODY, "second"));
            boolean unused = release.complete(null);
            assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("1001");
            assertThat(esme.submit(SOMEBODY, "third")).isEqualTo("1002");
        }
    }

    private static String submit(TestEsme esme, String text) {
        try {
            return esme.submit(SOMEBODY, text);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void asManyDeliveriesMayBeUnansweredAsTheWindowSays() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (AccountedServer server = AccountedServer.of(account("crm", "window: {deliver: 2}"));
                TestEsme esme = server.bind("crm")) {
            esme.answerAfter(release);
            List<CompletableFuture<Void>> deliveries = List.of("1", "2", "3", "4").stream()
                    .map(number -> server.deliver("crm", inbound("+38067765432" + number, number))
                            .toCompletableFuture())
                    .toList();
            esme.submit(SOMEBODY, "by the answer to this the server may not have looked at the deliveries");
            esme.submit(SOMEBODY, "by the answer to this it has sent those that it may send");

            assertThat(server.binds()).singleElement().satisfies(bind -> {
                assertThat(bind.unacknowledgedDeliveries()).isEqualTo(2);
                assertThat(bind.freeDeliveries()).isZero();
            });
            release.countDown();
            CompletableFuture.allOf(deliveries.toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(esme.texts()).containsExactlyInAnyOrder("1", "2", "3", "4");
        }
    }

    /** Submits letters with a priority_flag and a validity_period. */
    private static void submit(TestEsme esme, int letters, int priority, @Nullable String validity) throws Exception {
        var unused = esme.session()
                .submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1234",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        SOMEBODY,
                        new ESMClass(),
                        (byte) 0,
                        (byte) priority,
                        null,
                        validity,
                        new RegisteredDelivery(0),
                        (byte) 0,
                        DataCodings.ZERO,
                        (byte) 0,
                        "x".repeat(letters).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aPriorityThatSmppDoesNotHaveIsTheHighestOrRefused() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm"), account("bank", "strictness: strict"));
                TestEsme lenient = server.bind("crm");
                TestEsme strict = server.bind("bank")) {
            submit(lenient, 5, 4, null);

            assertThat(server.submits().get(0).options().priority()).isEqualTo(3);
            assertStatus(0x06, () -> submit(strict, 5, 4, null));
            submit(strict, 5, 3, null);
            assertThat(server.submits()).hasSize(2);
        }
    }

    @Test
    void aMessageHasAsManySegmentsAsItMay() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "maxSegments: 1"));
                TestEsme esme = server.bind("crm")) {
            submit(esme, 160, 0, null);

            assertStatus(0x01, () -> submit(esme, 161, 0, null));
        }
    }

    @Test
    void aValidityIsCutToTheLongestOfTheAccount() throws Exception {
        try (AccountedServer server = AccountedServer.of(account("crm", "maxValidity: 36h"));
                TestEsme esme = server.bind("crm")) {
            submit(esme, 5, 0, "000007000000000R");
            submit(esme, 5, 0, "000000010000000R");
            submit(esme, 5, 0, null);

            assertThat(server.submits())
                    .extracting(request -> request.options().validity())
                    .containsExactly(
                            Optional.of(Duration.ofHours(36)), Optional.of(Duration.ofHours(1)), Optional.empty());
        }
    }

    @ParameterizedTest(name = "{0}: {1} octets")
    @CsvSource({"none, 16", "message-id, 17"})
    void aRefusalHasTheBodyThatTheAccountWants(String errorBody, int length) throws Exception {
        DefaultComposer composer = new DefaultComposer();
        byte none = 0;
        try (AccountedServer server = AccountedServer.of(account("crm", "errorBody: " + errorBody));
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream()
                    .write(composer.bind(
                            9, 1, "crm", AccountedServer.PASSWORD, "", InterfaceVersion.IF_34.value(), none, none, ""));
            in.skipNBytes(in.readInt() - Integer.BYTES);

            socket.getOutputStream()
                    .write(composer.submitSm(
                            2,
                            "",
                            none,
                            none,
                            "1234",
                            none,
                            none,
                            "",
                            none,
                            none,
                            none,
                            null,
                            null,
                            none,
                            none,
                            none,
                            none,
                            new byte[] {'x'}));

            assertThat(in.readInt()).isEqualTo(length);
            in.skipNBytes(4);
            assertThat(in.readInt()).as("status of no recipient").isEqualTo(0x0B);
        }
    }

    private static void assertStatus(int status, Submission submission) {
        assertThatThrownBy(submission::run)
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(status));
    }

    @FunctionalInterface
    private interface Submission {
        void run() throws Exception;
    }
}
