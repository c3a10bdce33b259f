package io.polygator.camel.polygator;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;

/** Body and headers as a message for the gateway; what the headers leave out, the endpoint's options say. */
final class OutboundMapping {
    private static final int HIGHEST_PRIORITY = 9;
    private static final int HIGHEST_CLASS = 3;
    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_OCTET = 255;
    private static final int LONGEST_SUBMITTER = 100;

    private OutboundMapping() {}

    /** @param doubt what is done about segments in doubt when no header says so; empty leaves it to the gateway */
    static OutboundMessage read(
            Message message, ChannelChoice choice, PolygatorConfiguration options, Optional<DoubtPolicy> doubt)
            throws SubmitRefusedException {
        String to = message.getHeader(PolygatorConstants.TO, String.class);
        return OutboundMessage.draft(Recipient.parse(to == null ? "" : to), body(message), choice)
                .from(Headers.text(message, PolygatorConstants.FROM))
                .reportRequested(
                        Headers.flag(message, PolygatorConstants.REPORT).orElse(options.isReport()))
                .validity(validity(message, options))
                .sendAt(Headers.moment(message, PolygatorConstants.SEND_AT))
                .priority(Headers.number(message, PolygatorConstants.PRIORITY, HIGHEST_PRIORITY)
                        .orElse(options.getPriority()))
                .messageClass(messageClass(message, options))
                .encoding(encoding(message, options))
                .transliterate(
                        Headers.flag(message, PolygatorConstants.TRANSLITERATE).orElse(options.isTransliterate()))
                .protocolIdentifier(new ProtocolIdentifier(
                        Headers.number(message, PolygatorConstants.PROTOCOL_IDENTIFIER, HIGHEST_OCTET)
                                .orElse(0)))
                .replyPath(Headers.flag(message, PolygatorConstants.REPLY_PATH).orElse(false))
                .together(Headers.text(message, PolygatorConstants.TOGETHER))
                .idempotencyKey(Headers.text(message, PolygatorConstants.IDEMPOTENCY_KEY))
                .origin(origin(message))
                .doubtPolicy(doubt(message).or(() -> doubt))
                .done();
    }

    /** What is to be changed of a message; only what body and headers say, since the options are for new messages. */
    static MessageChanges changes(Message message) throws SubmitRefusedException {
        MessageChanges others = new MessageChanges(
                Optional.empty(),
                validity(message),
                Headers.moment(message, PolygatorConstants.SEND_AT),
                Headers.flag(message, PolygatorConstants.REPORT),
                context(message));
        return others.isEmpty() || message.getBody() != null
                ? new MessageChanges(
                        Optional.of(body(message)),
                        others.validity(),
                        others.sendAt(),
                        others.reportRequested(),
                        others.context())
                : others;
    }

    /** Octets stay octets, what an edge made ready stays as it is, everything else becomes text. */
    static MessageBody body(Message message) throws SubmitRefusedException {
        Object body = message.getBody();
        if (body instanceof MessageBody ready) {
            return ready;
        }
        if (body instanceof Octets octets) {
            return new MessageBody.Data(octets, ports(message));
        }
        if (body instanceof byte[] bytes) {
            return new MessageBody.Data(Octets.copyOf(bytes), ports(message));
        }
        String text = message.getBody(String.class);
        if (text == null) {
            throw new SubmitRefusedException("text", "the body is empty: set it to the text or the octets to send");
        }
        return new MessageBody.Text(text);
    }

    private static Optional<Ports> ports(Message message) {
        OptionalInt destination = Headers.number(message, PolygatorConstants.DESTINATION_PORT, HIGHEST_PORT);
        OptionalInt source = Headers.number(message, PolygatorConstants.SOURCE_PORT, HIGHEST_PORT);
        return destination.isPresent()
                ? Optional.of(new Ports(destination.getAsInt(), source.orElse(0)))
                : Optional.empty();
    }

    private static Optional<Duration> validity(Message message, PolygatorConfiguration options) {
        return validity(message)
                .or(() -> Optional.ofNullable(options.getValidity()).map(Duration::ofMillis));
    }

    private static Optional<Duration> validity(Message message) {
        Object value = message.getHeader(PolygatorConstants.VALIDITY);
        if (value instanceof Duration duration) {
            return Optional.of(duration);
        }
        return Optional.ofNullable(value)
                .map(text -> DurationText.parse(text.toString(), Headers.describe(PolygatorConstants.VALIDITY)));
    }

    private static OptionalInt messageClass(Message message, PolygatorConfiguration options) {
        OptionalInt number = Headers.number(message, PolygatorConstants.MESSAGE_CLASS, HIGHEST_CLASS);
        Integer usual = options.getMessageClass();
        return number.isPresent() || usual == null ? number : OptionalInt.of(usual);
    }

    private static Encoding encoding(Message message, PolygatorConfiguration options) {
        String name = message.getHeader(PolygatorConstants.ENCODING, String.class);
        if (name == null) {
            return options.getEncoding();
        }
        try {
            return Encoding.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Headers.describe(PolygatorConstants.ENCODING) + "=" + name + ": use auto, gsm7 or ucs2", e);
        }
    }

    private static Optional<DoubtPolicy> doubt(Message message) {
        Optional<String> name = Headers.text(message, PolygatorConstants.DOUBT);
        try {
            return name.map(policy -> DoubtPolicy.valueOf(policy.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Headers.describe(PolygatorConstants.DOUBT) + "=" + name.orElse("") + ": use hold, retry or fail",
                    e);
        }
    }

    private static Origin origin(Message message) {
        return new Origin(
                Optional.of(submitter(message)),
                Headers.text(message, PolygatorConstants.ACCOUNT),
                Headers.text(message, PolygatorConstants.CLIENT_REFERENCE),
                context(message));
    }

    private static Optional<String> context(Message message) {
        return Optional.ofNullable(message.getHeader(PolygatorConstants.CONTEXT, String.class));
    }

    private static String submitter(Message message) {
        String submitter = Headers.text(message, PolygatorConstants.SUBMITTER).orElseGet(() -> route(message));
        return submitter.length() > LONGEST_SUBMITTER ? submitter.substring(0, LONGEST_SUBMITTER) : submitter;
    }

    private static String route(Message message) {
        String route = message.getExchange().getFromRouteId();
        return route == null ? "camel" : "camel " + route;
    }
}
