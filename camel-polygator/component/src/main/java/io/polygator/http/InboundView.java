package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message that came in, in the answer of {@code GET /v1/inbound}.
 *
 * @param to the own number of the SIM, when known
 * @param text absent for octets
 * @param data octets as hexadecimal digits; absent for text
 * @param complete false when a segment never came
 * @param sentAt when the service centre got it
 */
@JsonInclude(Include.NON_NULL)
public record InboundView(
        String id,
        String channel,
        String from,
        @Nullable String to,
        @Nullable String text,
        @Nullable String data,
        String encoding,
        @Nullable Integer messageClass,
        @Nullable Integer destinationPort,
        @Nullable Integer sourcePort,
        int segments,
        boolean complete,
        @Nullable String sentAt,
        String receivedAt) {

    public static InboundView of(InboundMessage message) {
        boolean isText = message.data().isEmpty();
        return new InboundView(
                message.id().value(),
                message.channel(),
                message.from(),
                message.to().orElse(null),
                isText ? message.text() : null,
                isText ? null : message.data().toString(),
                message.alphabet().name().toLowerCase(Locale.ROOT),
                message.messageClass().isPresent() ? message.messageClass().getAsInt() : null,
                message.ports().map(Ports::destination).orElse(null),
                message.ports().map(Ports::source).orElse(null),
                message.segments(),
                message.complete(),
                message.sentAt().map(Object::toString).orElse(null),
                message.receivedAt().toString());
    }
}
