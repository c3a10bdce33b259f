package io.polygator.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** SMS software that is bound to the application as a transceiver. */
final class Esme implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** At the end, whichever it is (SMPP 3.4 §5.2.17). */
    private static final byte RECEIPT = 1;

    private final SMPPSession session = new SMPPSession();
    private final Deliveries deliveries = new Deliveries();

    private Esme() {}

    static Esme bind(int port, String systemId, String password) throws IOException {
        Esme esme = new Esme();
        esme.session.setTransactionTimer(PATIENCE.toMillis());
        esme.session.setMessageReceiverListener(esme.deliveries);
        esme.session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        systemId,
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null,
                        InterfaceVersion.IF_34),
                PATIENCE.toMillis());
        return esme;
    }

    /**
     * Submits a message and asks for its receipt.
     *
     * @return its message_id
     */
    String submit(String number, String text)
            throws IOException, PDUException, ResponseTimeoutException, InvalidResponseException,
                    NegativeResponseException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        number.substring(1),
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(RECEIPT),
                        (byte) 0,
                        DataCodings.ZERO,
                        (byte) 0,
                        text.getBytes(US_ASCII))
                .getMessageId();
    }

    /** The contents of every deliver_sm so far, receipts too. */
    List<String> deliveries() {
        return List.copyOf(deliveries.texts);
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }

    private static final class Deliveries implements MessageReceiverListener {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            texts.add(new String(deliver.getShortMessage(), US_ASCII));
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            throw new AssertionError("nobody sends alert_notification");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) {
            throw new AssertionError("nobody sends data_sm");
        }
    }
}
