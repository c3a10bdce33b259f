package io.polygator.app.crash;

import io.polygator.app.crash.Order.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** One bind as a transceiver, on jSMPP's client, that expects the other side to die at any time. */
final class EsmeBind implements AutoCloseable {
    /** jSMPP waits so long for an answer even when the connection is gone. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);
    /** At the end, whichever it is (SMPP 3.4 §5.2.17). */
    private static final byte RECEIPT = 1;

    private final SMPPSession session = new SMPPSession();

    private EsmeBind() {}

    /**
     * Binds.
     *
     * @param receipts takes the message_id of every receipt before that is acknowledged
     * @throws IOException if nobody listens there, or the bind is not answered well
     */
    static EsmeBind open(int port, Consumer<String> receipts) throws IOException {
        EsmeBind bind = new EsmeBind();
        bind.session.setTransactionTimer(ANSWERED_WITHIN.toMillis());
        bind.session.setMessageReceiverListener(new Listener(receipts));
        bind.session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        EsmeAccount.SYSTEM_ID,
                        EsmeAccount.PASSWORD,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null,
                        InterfaceVersion.IF_34),
                ANSWERED_WITHIN.toMillis());
        return bind;
    }

    boolean isBound() {
        return session.getSessionState().isBound();
    }

    /** @throws IllegalStateException if the application answers what it never should */
    Answer submit(Order order) {
        try {
            return new Answer.Accepted(send(order));
        } catch (NegativeResponseException e) {
            return refusal(e.getCommandStatus());
        } catch (ResponseTimeoutException | IOException e) {
            return new Answer.None();
        } catch (PDUException | InvalidResponseException e) {
            throw new IllegalStateException("submit_sm was answered with what is no SMPP", e);
        }
    }

    /** The text goes as message_payload, which is long enough for several segments. */
    private String send(Order order)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        order.number().substring(1),
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(RECEIPT),
                        (byte) 0,
                        DataCodings.ZERO,
                        (byte) 0,
                        new byte[0],
                        new OptionalParameter.Message_payload(order.text().getBytes(StandardCharsets.US_ASCII)))
                .getMessageId();
    }

    private static Answer refusal(int commandStatus) {
        return switch (commandStatus) {
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL -> new Answer.Refused();
            case SMPPConstant.STAT_ESME_RSYSERR -> new Answer.None();
            default ->
                throw new IllegalStateException(
                        "submit_sm was answered with command_status 0x" + Integer.toHexString(commandStatus));
        };
    }

    @Override
    public void close() {
        session.close();
    }

    private record Listener(Consumer<String> receipts) implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            receipts.accept(deliver.getOptionalParameter(OptionalParameter.Receipted_message_id.class)
                    .getValueAsString());
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
