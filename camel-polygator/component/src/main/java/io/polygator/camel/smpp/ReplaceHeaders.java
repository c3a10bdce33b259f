package io.polygator.camel.smpp;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.ReplaceRequest;
import org.apache.camel.Message;

/** A replace_sm as the body and the headers that {@code polygator:} reads. Pure functions. */
final class ReplaceHeaders {
    private ReplaceHeaders() {}

    /**
     * replace_sm says no data_coding: the new text is written as the old one was (SMPP 3.4 §4.10.1). An empty text and
     * empty times leave the message as it is; registered_delivery has no such value and always counts.
     *
     * @param memo what was kept with the submission
     */
    static void write(Esme esme, ReplaceRequest request, MessageStatus status, SubmitMemo memo, Message message) {
        SubmitHeaders.owner(esme, message);
        message.setHeader(PolygatorConstants.OPERATION, "replace");
        message.setHeader(PolygatorConstants.MESSAGE_ID, status.id().value());
        SubmitMemo changed = memo.wishing(request.receipts());
        if (!request.octets().isEmpty()) {
            boolean octets = status.alphabet() == Alphabet.OCTETS;
            message.setBody(octets ? request.octets().toByteArray() : request.text());
            changed = changed.quoting(octets ? "" : request.text());
        }
        request.validity().ifPresent(validity -> message.setHeader(PolygatorConstants.VALIDITY, validity));
        request.scheduledAt().ifPresent(at -> message.setHeader(PolygatorConstants.SEND_AT, at));
        message.setHeader(PolygatorConstants.REPORT, changed.wantsReport());
        message.setHeader(PolygatorConstants.CONTEXT, changed.encode());
    }
}
