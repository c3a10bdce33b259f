package io.polygator.camel.polygator;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Body and headers as a message for the gateway; what the headers leave out, the endpoint's options say. */
final class OutboundMapping {
    private static final int HIGHEST_PRIORITY = 9;
    private static final int HIGHEST_CLASS = 3;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_SUBMITTER = 100;

    private OutboundMapping() {}

    /** @param doubt what is done about segments in doubt when no header says so; empty leaves it to the gateway */
    static OutboundMessage read(
            Message message, ChannelChoice choice, PolygatorConfiguration options, Optional<DoubtPolicy> doubt)
            throws SubmitRefusedException {
        String to = message.getHeader(PolygatorConstants.TO, String.class);
        return OutboundMessage.draft(Recipient.parse(to == null ? "" : to), body(message), choice)
                .from(text(message, PolygatorConstants.FROM))
                .reportRequested(flag(message, PolygatorConstants.REPORT).orElse(options.isReport()))
                .validity(validity(message, options))
                .sendAt(sendAt(message))
                .priority(number(message, PolygatorConstants.PRIORITY, HIGHEST_PRIORITY)
                        .orElse(options.getPriority()))
                .messageClass(messageClass(message, options))
                .encoding(encoding(message, options))
                .transliterate(flag(message, PolygatorConstants.TRANSLITERATE).orElse(options.isTransliterate()))
                .idempotencyKey(text(message, PolygatorConstants.IDEMPOTENCY_KEY))
                .origin(Origin.of(submitter(message)))
                .doubtPolicy(doubt(message).or(() -> doubt))
                .done();
    }

    /** Octets stay octets, everything else becomes text. */
    static MessageBody body(Message message) throws SubmitRefusedException {
        Object body = message.getBody();
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
        OptionalInt destination = number(message, PolygatorConstants.DESTINATION_PORT, HIGHEST_PORT);
        OptionalInt source = number(message, PolygatorConstants.SOURCE_PORT, HIGHEST_PORT);
        return destination.isPresent()
                ? Optional.of(new Ports(destination.getAsInt(), source.orElse(0)))
                : Optional.empty();
    }

    private static Optional<Duration> validity(Message message, PolygatorConfiguration options) {
        Object value = message.getHeader(PolygatorConstants.VALIDITY);
        if (value instanceof Duration duration) {
            return Optional.of(duration);
        }
        if (value != null) {
            return Optional.of(DurationText.parse(value.toString(), header(PolygatorConstants.VALIDITY)));
        }
        return Optional.ofNullable(options.getValidity()).map(Duration::ofMillis);
    }

    private static Optional<Instant> sendAt(Message message) {
        Object value = message.getHeader(PolygatorConstants.SEND_AT);
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.toString()).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    header(PolygatorConstants.SEND_AT) + "=" + value + ": use a time such as 2026-11-22T09:00:00+03:00",
                    e);
        }
    }

    private static OptionalInt messageClass(Message message, PolygatorConfiguration options) {
        OptionalInt number = number(message, PolygatorConstants.MESSAGE_CLASS, HIGHEST_CLASS);
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
                    header(PolygatorConstants.ENCODING) + "=" + name + ": use auto, gsm7 or ucs2", e);
        }
    }

    private static Optional<DoubtPolicy> doubt(Message message) {
        Optional<String> name = text(message, PolygatorConstants.DOUBT);
        try {
            return name.map(policy -> DoubtPolicy.valueOf(policy.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    header(PolygatorConstants.DOUBT) + "=" + name.orElse("") + ": use hold, retry or fail", e);
        }
    }

    private static String submitter(Message message) {
        String submitter = text(message, PolygatorConstants.SUBMITTER).orElseGet(() -> route(message));
        return submitter.length() > LONGEST_SUBMITTER ? submitter.substring(0, LONGEST_SUBMITTER) : submitter;
    }

    private static String route(Message message) {
        String route = message.getExchange().getFromRouteId();
        return route == null ? "camel" : "camel " + route;
    }

    private static OptionalInt number(Message message, String header, int highest) {
        Object value = message.getHeader(header);
        if (value == null) {
            return OptionalInt.empty();
        }
        String digits = value.toString().strip();
        if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) > highest) {
            throw new IllegalArgumentException(header(header) + "=" + value + ": use a number from 0 to " + highest);
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    private static Optional<Boolean> flag(Message message, String header) {
        String value = message.getHeader(header, String.class);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(header(header) + "=" + value + ": use true or false");
        }
        return Optional.of(Boolean.valueOf(value));
    }

    private static Optional<String> text(Message message, String header) {
        @Nullable String value = message.getHeader(header, String.class);
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String header(String name) {
        return "header " + name;
    }
}
