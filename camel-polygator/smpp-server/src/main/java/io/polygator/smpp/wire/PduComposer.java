package io.polygator.smpp.wire;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.QueryAnswer;
import io.polygator.smpp.esme.SubmitMultiResult;
import java.util.List;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.UnsuccessDelivery;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUByteBuffer;
import org.jsmpp.util.PDUComposer;

/** What we say, in octets. */
public final class PduComposer {
    private static final PDUComposer COMPOSER = new DefaultComposer();
    private static final String NO_SERVICE_TYPE = "";

    private PduComposer() {}

    /** A PDU of a header only. */
    public static byte[] header(int commandId, CommandStatus status, int sequence) {
        return COMPOSER.composeHeader(commandId, status.value(), sequence);
    }

    public static byte[] genericNack(CommandStatus status, int sequence) {
        return COMPOSER.genericNack(status.value(), sequence);
    }

    /** A response that holds nothing but an empty message_id. */
    public static byte[] emptyMessageId(Command command, CommandStatus status, int sequence) {
        PDUByteBuffer buffer = new PDUByteBuffer(command.responseId(), status.value(), sequence);
        int unused = buffer.append(NO_SERVICE_TYPE);
        return buffer.toBytes();
    }

    public static byte[] bindResponse(Command command, int sequence, String systemId, List<Tlv> optional) {
        return composed(() -> COMPOSER.bindResp(command.responseId(), sequence, systemId, parameters(optional)));
    }

    /** submit_sm_resp or data_sm_resp. */
    public static byte[] submitResponse(Command command, int sequence, String messageId, List<Tlv> optional) {
        return command == Command.DATA_SM
                ? composed(() -> COMPOSER.dataSmResp(sequence, messageId, parameters(optional)))
                : composed(() -> COMPOSER.submitSmResp(sequence, messageId, parameters(optional)));
    }

    public static byte[] submitMultiResponse(int sequence, String messageId, List<SubmitMultiResult.Refused> refused) {
        UnsuccessDelivery[] unsuccessful = refused.stream()
                .map(one -> new UnsuccessDelivery(
                        (byte) one.destination().ton(),
                        (byte) one.destination().npi(),
                        one.destination().value(),
                        one.status().value()))
                .toArray(UnsuccessDelivery[]::new);
        return composed(() -> COMPOSER.submitMultiResp(sequence, messageId, unsuccessful));
    }

    /**
     * query_sm_resp.
     *
     * @param finalDate in the format of {@link SmppTime}, possibly empty
     */
    public static byte[] queryResponse(int sequence, String messageId, String finalDate, QueryAnswer answer) {
        return composed(() -> COMPOSER.querySmResp(
                sequence, messageId, finalDate, (byte) answer.state().code(), (byte) answer.errorCode()));
    }

    public static byte[] deliverSm(int sequence, DeliverSm pdu) {
        EsmeAddress source = pdu.source();
        EsmeAddress destination = pdu.destination();
        return composed(() -> COMPOSER.deliverSm(
                sequence,
                NO_SERVICE_TYPE,
                (byte) source.ton(),
                (byte) source.npi(),
                source.value(),
                (byte) destination.ton(),
                (byte) destination.npi(),
                destination.value(),
                (byte) pdu.esmClass(),
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) pdu.dataCoding(),
                pdu.shortMessage().toByteArray(),
                parameters(pdu.optional())));
    }

    private static OptionalParameter[] parameters(List<Tlv> optional) {
        return optional.stream()
                .map(tlv -> new OptionalParameter.OctetString(
                        (short) tlv.tag(), tlv.value().toByteArray()))
                .toArray(OptionalParameter[]::new);
    }

    private interface Composing {
        byte[] compose() throws PDUStringException;
    }

    private static byte[] composed(Composing composing) {
        try {
            return composing.compose();
        } catch (PDUStringException e) {
            // Without the cause: its message quotes the value.
            throw new IllegalArgumentException("a string is longer than its field, status " + e.getErrorCode());
        }
    }
}
