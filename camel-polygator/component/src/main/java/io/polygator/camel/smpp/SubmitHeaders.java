package io.polygator.camel.smpp;

import io.polygator.camel.door.Together;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.MessagingMode;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.esme.SubmitOptions;
import io.polygator.smpp.esme.SubmitRequest;
import java.util.Optional;
import org.apache.camel.Message;

/** A submission as the body and the headers that {@code polygator:} sends. Pure functions. */
final class SubmitHeaders {
    private SubmitHeaders() {}

    static void write(Esme esme, SubmitRequest request, SubmitMemo memo, Message message) {
        owner(esme, message);
        write(Gatekeeper.submitter(Door.SMPP, esme.account()), request, memo, message);
    }

    /** The same for somebody who has no account. */
    static void write(String submitter, SubmitRequest request, SubmitMemo memo, Message message) {
        SubmitOptions options = request.options();
        message.setHeader(PolygatorConstants.SUBMITTER, submitter);
        message.setHeader(PolygatorConstants.OPERATION, "send");
        message.setHeader(PolygatorConstants.TO, request.recipient().display());
        request.originator().ifPresent(from -> message.setHeader(PolygatorConstants.FROM, from.display()));
        message.setHeader(PolygatorConstants.CONTEXT, memo.encode());
        // of several messages under one id the first is found by it
        if (memo.id().isEmpty()) {
            memo.shortId().ifPresent(id -> message.setHeader(PolygatorConstants.CLIENT_REFERENCE, id));
        }
        message.setHeader(PolygatorConstants.REPORT, memo.wantsReport());
        message.setHeader(PolygatorConstants.PRIORITY, OutboundMessage.USUAL_PRIORITY + options.priority());
        message.setHeader(PolygatorConstants.PROTOCOL_IDENTIFIER, options.protocolIdentifier());
        message.setHeader(PolygatorConstants.REPLY_PATH, options.replyPath());
        options.validity().ifPresent(validity -> message.setHeader(PolygatorConstants.VALIDITY, validity));
        options.scheduledAt().ifPresent(at -> message.setHeader(PolygatorConstants.SEND_AT, at));
        if (options.mode() == MessagingMode.TRANSACTION) {
            message.setHeader(PolygatorConstants.COMPLETE_ON, "network");
        }
        body(request, message);
        together(submitter, request).ifPresent(key -> message.setHeader(PolygatorConstants.TOGETHER, key));
    }

    /** Whose the exchange is. */
    static void owner(Esme esme, Message message) {
        message.setHeader(PolygatorConstants.ACCOUNT, esme.account());
        message.setHeader(PolygatorConstants.SUBMITTER, Gatekeeper.submitter(Door.SMPP, esme.account()));
    }

    private static void body(SubmitRequest request, Message message) {
        SubmitBody body = request.body();
        if (body instanceof SubmitBody.Text text) {
            message.setBody(text.ports().isPresent() ? PortedText.prepare(text) : text.text());
        } else if (body instanceof SubmitBody.Data data) {
            message.setBody(data.octets().toByteArray());
            data.ports().ifPresent(ports -> ports(ports, message));
        } else if (body instanceof SubmitBody.Prepared prepared) {
            message.setBody(new MessageBody.Prepared(prepared.userData(), prepared.dataCodingScheme()));
        }
        body.messageClass().ifPresent(number -> message.setHeader(PolygatorConstants.MESSAGE_CLASS, number));
    }

    private static void ports(Ports ports, Message message) {
        message.setHeader(PolygatorConstants.DESTINATION_PORT, ports.destination());
        message.setHeader(PolygatorConstants.SOURCE_PORT, ports.source());
    }

    /** What the segments have in common that the ESME cut itself. */
    static Optional<String> together(String submitter, SubmitRequest request) {
        return request.body() instanceof SubmitBody.Prepared prepared
                ? prepared.concatenation()
                        .map(concatenation -> Together.key(
                                concatenation,
                                submitter,
                                request.source().value(),
                                request.destination().value()))
                : Optional.empty();
    }
}
