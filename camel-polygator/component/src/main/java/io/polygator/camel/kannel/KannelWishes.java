package io.polygator.camel.kannel;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.http.kannel.SendSms;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.camel.Message;

/** Writes what a request wants besides text, recipient and channels as what {@code polygator:} understands. */
final class KannelWishes {
    /** A sender that is longer is the number of no SIM. */
    private static final int LONGEST_SENDER = 21;

    private KannelWishes() {}

    static void write(SendSms request, Message message, InstantSource clock) {
        request.from()
                .filter(from -> from.length() <= LONGEST_SENDER && !from.isBlank())
                .ifPresent(from -> message.setHeader(PolygatorConstants.FROM, from));
        request.content().messageClass().ifPresent(value -> message.setHeader(PolygatorConstants.MESSAGE_CLASS, value));
        message.setHeader(
                PolygatorConstants.ENCODING, request.content().encoding().name());
        message.setHeader(PolygatorConstants.PRIORITY, OutboundMessage.USUAL_PRIORITY + request.priority());
        message.setHeader(PolygatorConstants.PROTOCOL_IDENTIFIER, request.protocolIdentifier());
        message.setHeader(PolygatorConstants.REPLY_PATH, request.replyPath());
        writeTimes(request, message, clock);
    }

    /** The validity begins when the message may be sent; the gateway's when it is taken. */
    private static void writeTimes(SendSms request, Message message, InstantSource clock) {
        Duration wait = request.deferred().orElse(Duration.ZERO);
        if (!wait.isZero()) {
            message.setHeader(PolygatorConstants.SEND_AT, clock.instant().plus(wait));
        }
        request.validity().ifPresent(validity -> message.setHeader(PolygatorConstants.VALIDITY, validity.plus(wait)));
    }

    /** @param first whether it is the first of what the request sends to a recipient, which alone is reported */
    static void writeReport(SendSms request, boolean first, Message message) {
        message.setHeader(PolygatorConstants.REPORT, first && request.dlr().wantsReport());
        if (first) {
            request.dlr().encode().ifPresent(memo -> message.setHeader(PolygatorConstants.CONTEXT, memo));
        }
    }
}
