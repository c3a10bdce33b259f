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

    /** replace_sm says no data_coding: the new text is written as the old one was (SMPP 3.4 §4.10.1). */
    static void write(Esme esme, ReplaceRequest request, MessageStatus status, Message message) {
        SubmitHeaders.owner(esme, message);
        message.setHeader(PolygatorConstants.OPERATION, "replace");
        message.setHeader(PolygatorConstants.MESSAGE_ID, status.id().value());
        if (status.alphabet() == Alphabet.OCTETS) {
            message.setBody(request.octets().toByteArray());
        } else {
            message.setBody(request.text());
        }
    }
}
