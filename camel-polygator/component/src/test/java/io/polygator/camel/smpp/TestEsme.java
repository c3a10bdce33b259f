package io.polygator.camel.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;

/** An ESME on jSMPP's client session; keeps what it is told. */
public final class TestEsme implements AutoCloseable {
    /** Receipts for success and failure. */
    static final byte RECEIPT = 1;

    private static final long PATIENCE = 20_000;

    private final SMPPSession session = new SMPPSession();
    private final List<DeliverSm> told = new CopyOnWriteArrayList<>();
    private volatile Answer answer = deliver -> {};

    private TestEsme() {}

    /** How it answers what it is told: it fails with the status that it answers. */
    @FunctionalInterface
    interface Answer {
        void to(DeliverSm deliver) throws ProcessRequestException;
    }

    /** From now on it answers so. */
    void answering(Answer other) {
        answer = other;
    }

    /** From now on it answers with this command_status, 0 for one that takes everything. */
    void answering(int status) {
        answering(deliver -> {
            if (status != 0) {
                throw new ProcessRequestException("as the test wants it", status);
            }
        });
    }

    /** From now on it acknowledges what it is told only when it is released. */
    void answerAfter(CountDownLatch release) {
        answering(deliver -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Binds with version 3.4. */
    public static TestEsme bind(int port, String systemId, String password, BindType type) throws IOException {
        return bind(port, systemId, password, type, InterfaceVersion.IF_34);
    }

    static TestEsme bind(int port, String systemId, String password, BindType type, InterfaceVersion version)
            throws IOException {
        TestEsme esme = new TestEsme();
        esme.session.setTransactionTimer(PATIENCE);
        esme.session.setMessageReceiverListener(esme.new Listener());
        esme.session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        type,
                        systemId,
                        password,
                        "test",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null,
                        version),
                PATIENCE);
        return esme;
    }

    SMPPSession session() {
        return session;
    }

    List<DeliverSm> told() {
        return List.copyOf(told);
    }

    /** What it was told, receipts and messages, each as text. */
    public List<String> texts() {
        return told().stream()
                .map(deliver -> new String(deliver.getShortMessage(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** Submits a text in the SMSC's default alphabet and gives back its id. */
    public String submit(String to, String text) throws Exception {
        return submit(to, new ESMClass(), DataCodings.ZERO, text.getBytes(StandardCharsets.US_ASCII), RECEIPT);
    }

    /** Submits a text in UCS-2. */
    String submitUcs2(String to, String text) throws Exception {
        DataCoding coding = new GeneralDataCoding(Alphabet.ALPHA_UCS2);
        return submit(to, new ESMClass(), coding, text.getBytes(StandardCharsets.UTF_16BE), RECEIPT);
    }

    /** Submits octets. */
    String submit(String to, ESMClass esmClass, DataCoding coding, byte[] octets, byte receipt) throws Exception {
        return submit(to, esmClass, coding, octets, receipt, null, (byte) 0);
    }

    /** Submits octets, with a time and a flag. */
    String submit(
            String to,
            ESMClass esmClass,
            DataCoding coding,
            byte[] octets,
            byte receipt,
            @Nullable String schedule,
            byte replaceIfPresent)
            throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1234",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to,
                        esmClass,
                        (byte) 0,
                        (byte) 0,
                        schedule,
                        null,
                        new RegisteredDelivery(receipt),
                        replaceIfPresent,
                        coding,
                        (byte) 0,
                        octets)
                .getMessageId();
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }

    private final class Listener implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
            told.add(deliver);
            answer.to(deliver);
        }

        @Override
        public void onAcceptAlertNotification(org.jsmpp.bean.AlertNotification alert) {
            throw new AssertionError("nobody sends alert_notification");
        }

        @Override
        public DataSmResult onAcceptDataSm(org.jsmpp.bean.DataSm data, Session source) {
            throw new AssertionError("nobody sends data_sm");
        }
    }
}
