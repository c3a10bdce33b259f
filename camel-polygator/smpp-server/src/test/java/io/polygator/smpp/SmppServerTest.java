package io.polygator.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.ReceiptError;
import io.polygator.smpp.esme.ReceiptState;
import io.polygator.smpp.esme.SubmitBody;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client of somebody else, jSMPP's, against the server over TCP. */
class SmppServerTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Engine engine = new Engine();
    private final List<String> comings = new CopyOnWriteArrayList<>();
    private final BlockingQueue<DeliverSm> received = new LinkedBlockingQueue<>();
    private volatile int deliverAnswer;
    private SmppServer server;
    private SMPPSession client;

    @BeforeEach
    void start() throws IOException {
        server = SmppServer.start(
                SmppServerSettings.on("127.0.0.1", 0),
                request -> CompletableFuture.completedFuture(
                        request.password().equals("secret")
                                ? new BindDecision.Granted(EsmeProfile.of("shop"))
                                : new BindDecision.Refused(CommandStatus.RINVPASWD)),
                engine,
                new EsmeListener() {
                    @Override
                    public void bound(Esme esme) {
                        comings.add("+" + esme.account());
                    }

                    @Override
                    public void unbound(Esme esme) {
                        comings.add("-" + esme.account());
                    }
                });
        client = new SMPPSession();
        client.setMessageReceiverListener(new Receiving());
    }

    private final class Receiving implements org.jsmpp.session.MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
            received.add(pdu);
            if (deliverAnswer != 0) {
                throw new ProcessRequestException("as told", deliverAnswer);
            }
        }

        @Override
        public void onAcceptAlertNotification(org.jsmpp.bean.AlertNotification pdu) {}

        @Override
        public org.jsmpp.session.DataSmResult onAcceptDataSm(
                org.jsmpp.bean.DataSm pdu, org.jsmpp.session.Session source) {
            throw new AssertionError("no data_sm was expected");
        }
    }

    @AfterEach
    void stop() {
        client.unbindAndClose();
        server.close();
    }

    private void bind(BindType type) throws IOException {
        String systemId = client.connectAndBind(
                "127.0.0.1",
                server.port(),
                new BindParameter(type, "me", "secret", "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, ""));
        assertThat(systemId).isEqualTo("POLYGATOR");
    }

    private String submit(byte dataCoding, byte[] text) throws Exception {
        return client.submitShortMessage(
                        "",
                        TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "1234",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "380671234567",
                        new ESMClass(3),
                        (byte) 0,
                        (byte) 1,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(dataCoding),
                        (byte) 0,
                        text)
                .getMessageId();
    }

    private static Delivery.InboundText inbound(String text) {
        return new Delivery.InboundText(
                SmsAddress.ofDestination("+380501112233"),
                SmsAddress.ofDestination("1234"),
                text,
                OptionalInt.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }

    @Test
    void aClientBindsSubmitsAndGetsAnId() throws Exception {
        bind(BindType.BIND_TX);

        assertThat(submit((byte) 0, "hello".getBytes(US_ASCII))).isEqualTo("1001");

        assertThat(engine.submits).singleElement().satisfies(request -> {
            assertThat(request.recipient().display()).isEqualTo("+380671234567");
            assertThat(request.source()).isEqualTo(new EsmeAddress(2, 1, "1234"));
            assertThat(((SubmitBody.Text) request.body()).text()).isEqualTo("hello");
            assertThat(request.options().priority()).isEqualTo(1);
        });
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhichWasWrong() {
        SMPPSession stranger = new SMPPSession();

        assertThatThrownBy(() -> stranger.connectAndBind(
                        "127.0.0.1",
                        server.port(),
                        new BindParameter(
                                BindType.BIND_TX,
                                "me",
                                "wrong",
                                "",
                                TypeOfNumber.UNKNOWN,
                                NumberingPlanIndicator.UNKNOWN,
                                "")))
                .hasRootCauseInstanceOf(NegativeResponseException.class)
                .rootCause()
                .extracting(failure -> ((NegativeResponseException) failure).getCommandStatus())
                .isEqualTo(CommandStatus.RBINDFAIL.value());
    }

    @Test
    void anInboundTextReachesTheReceiver() throws Exception {
        bind(BindType.BIND_TRX);
        await().atMost(SOON).until(() -> comings.contains("+shop"));

        server.deliver("shop", inbound("hi @ you")).toCompletableFuture().get(20, SECONDS);

        DeliverSm pdu = received.take();
        assertThat(pdu.getSourceAddr()).isEqualTo("380501112233");
        assertThat(pdu.getSourceAddrTon()).isEqualTo((byte) 1);
        assertThat(pdu.getShortMessage()).isEqualTo("hi \0 you".getBytes(US_ASCII));
        // the session counts once the delivery has ended
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(server.binds()).singleElement().satisfies(status -> {
                    assertThat(status.deliveries()).isEqualTo(1);
                    assertThat(status.acknowledged()).isEqualTo(1);
                }));
    }

    @Test
    void aReceiptGoesBackToWhereTheMessageCameFrom() throws Exception {
        bind(BindType.BIND_TRX);
        String id = submit((byte) 0, "hello".getBytes(US_ASCII));

        server.deliver(
                        "shop",
                        new Delivery.Receipt(
                                Delivery.Receipt.Kind.FINAL,
                                MessageIdText.of(id),
                                new EsmeAddress(2, 1, "1234"),
                                new EsmeAddress(1, 1, "380671234567"),
                                Instant.parse("2026-11-22T19:47:10Z"),
                                Instant.parse("2026-11-22T19:48:10Z"),
                                ReceiptState.DELIVERED,
                                ReceiptError.NONE,
                                "hello",
                                1,
                                1,
                                OptionalInt.empty(),
                                OptionalInt.of(0)))
                .toCompletableFuture()
                .get(20, SECONDS);

        DeliverSm pdu = received.take();
        assertThat(new String(pdu.getShortMessage(), US_ASCII))
                .isEqualTo("id:1001 sub:001 dlvrd:001 submit date:2611221947 done date:2611221948"
                        + " stat:DELIVRD err:000 text:hello");
        assertThat(pdu.isSmscDeliveryReceipt()).isTrue();
        assertThat(pdu.getSourceAddr()).isEqualTo("380671234567");
        assertThat(pdu.getDestAddress()).isEqualTo("1234");
    }

    @Test
    void aReceiverThatIsNotThereIsNamedAsTheReason() {
        assertThat(server.deliver("shop", inbound("hi")))
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(DeliveryFailedException.NotBound.class);
    }

    @Test
    void aTransmitterGetsNoDeliveries() throws Exception {
        bind(BindType.BIND_TX);
        await().atMost(SOON).until(() -> comings.contains("+shop"));

        assertThat(server.deliver("shop", inbound("hi")))
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(DeliveryFailedException.NotBound.class);
    }

    @Test
    void whatTheReceiverRefusesForGoodIsNotOfferedAgain() throws Exception {
        deliverAnswer = CommandStatus.RX_R_APPN.value();
        bind(BindType.BIND_RX);
        await().atMost(SOON).until(() -> comings.contains("+shop"));

        assertThat(server.deliver("shop", inbound("hi")))
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(DeliveryFailedException.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void manySubmitAtOnceAndEachGetsAnIdOfItsOwn(int atOnce) throws Exception {
        bind(BindType.BIND_TRX);
        client.setTransactionTimer(20_000);
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<String>> ids = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                ids.add(threads.submit(() -> submit((byte) 0, "hello".getBytes(US_ASCII))));
            }

            Set<String> distinct = new HashSet<>();
            for (Future<String> id : ids) {
                distinct.add(id.get(60, SECONDS));
            }
            assertThat(distinct).hasSize(500);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theListenerHearsWhoComesAndGoes() throws Exception {
        bind(BindType.BIND_TRX);
        client.unbindAndClose();

        await().atMost(SOON).untilAsserted(() -> assertThat(comings).containsExactly("+shop", "-shop"));
        assertThat(server.binds()).isEmpty();
    }

    @Test
    void aDrainUnbindsTheClient() throws Exception {
        bind(BindType.BIND_TRX);

        server.drain(Duration.ofSeconds(10)).toCompletableFuture().get(20, SECONDS);

        await().atMost(SOON).until(() -> !client.getSessionState().isBound());
        assertThatThrownBy(() -> new java.net.Socket("127.0.0.1", server.port()).close())
                .isInstanceOf(IOException.class);
    }
}
