package io.polygator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The body of {@code POST /v1/messages}.
 *
 * @param to the recipients, at least one
 * @param several whether they came as an array, so that the answer is one too
 * @param text what to send, with places for the values of recipients that have some; empty when octets are sent
 * @param ports the application ports that octets are for and from
 * @param reference the name by which the submitter knows the message
 * @param data the octets to send, written as hexadecimal digits
 * @param report whether a delivery report is wanted; unless said otherwise, yes
 * @param messageClass the field {@code class}: 0 (flash) to 3
 * @param doubt what is done when nobody can know whether the network took it; empty leaves it to the gateway
 */
public record MessageRequest(
        List<Recipient> to,
        boolean several,
        Optional<String> text,
        Optional<Octets> data,
        Optional<String> from,
        Optional<String> channel,
        Optional<String> group,
        boolean report,
        Optional<Duration> validity,
        Optional<Instant> sendAt,
        OptionalInt priority,
        OptionalInt messageClass,
        Optional<DoubtPolicy> doubt,
        Optional<Ports> ports,
        Optional<String> reference) {

    /**
     * One recipient.
     *
     * @param number as written
     * @param text what is sent to it, its values in their places; empty when octets are sent
     */
    public record Recipient(String number, Optional<String> text) {
        /** Without number and text. */
        @Override
        public String toString() {
            return "Recipient[masked]";
        }
    }

    private static final int MOST_RECIPIENTS = 500;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_VALUES = 32;
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> FIELDS = Set.of(
            "to",
            "text",
            "data",
            "from",
            "channel",
            "group",
            "report",
            "validity",
            "sendAt",
            "priority",
            "class",
            "doubt",
            "destinationPort",
            "sourcePort",
            "reference");

    /** Reads and checks a request; the first wrong field is the problem's. */
    public static MessageRequest read(String json) throws ProblemException {
        RequestFields fields = RequestFields.read(json, FIELDS);
        MessageRequest request = new MessageRequest(
                recipients(fields),
                fields.value("to").map(JsonNode::isArray).orElse(false),
                fields.text("text"),
                fields.octets("data"),
                name(fields, "from"),
                name(fields, "channel"),
                name(fields, "group"),
                fields.flag("report").orElse(true),
                validity(fields),
                sendAt(fields),
                fields.number("priority", 0, 9),
                fields.number("class", 0, 3),
                doubt(fields),
                ports(fields),
                reference(fields));
        request.checkTogether();
        return request;
    }

    private void checkTogether() throws ProblemException {
        if (text.isPresent() == data.isPresent()) {
            throw RequestFields.wrong("text", "give either text, or data (octets as hexadecimal digits)");
        }
        if (ports.isPresent() && data.isEmpty()) {
            throw RequestFields.wrong("destinationPort", "destinationPort is for data, not for text");
        }
        if (channel.isPresent() && group.isPresent()) {
            throw RequestFields.wrong("group", "give either channel or group");
        }
    }

    private static List<Recipient> recipients(RequestFields fields) throws ProblemException {
        JsonNode to = fields.value("to")
                .orElseThrow(() -> RequestFields.wrong("to", "to is missing: the recipient's number"));
        Optional<String> text = fields.text("text");
        List<Recipient> recipients = new ArrayList<>();
        for (JsonNode recipient : to.isArray() ? to : List.of(to)) {
            recipients.add(recipient(recipient, to.isArray() ? "to[" + recipients.size() + "]" : "to", text));
        }
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw RequestFields.wrong("to", "to must hold 1 to " + MOST_RECIPIENTS + " numbers");
        }
        return List.copyOf(recipients);
    }

    private static Recipient recipient(JsonNode recipient, String field, Optional<String> text)
            throws ProblemException {
        if (recipient.isTextual()) {
            return new Recipient(recipient.textValue(), text);
        }
        if (!recipient.isObject()) {
            throw RequestFields.wrong(
                    "to", "to must be a number in quotes, or an array of such or of {\"number\":…,\"values\":{…}}");
        }
        RequestFields fields = RequestFields.of(recipient, field, Set.of("number", "values"));
        String number = fields.text("number")
                .orElseThrow(() ->
                        RequestFields.wrong(field + ".number", field + ".number is missing: the recipient's number"));
        Map<String, String> values = fields.texts("values", MOST_VALUES);
        return new Recipient(
                number,
                text.isPresent() && !values.isEmpty()
                        ? Optional.of(Template.fill(text.get(), values, field + ".values"))
                        : text);
    }

    private static Optional<Ports> ports(RequestFields fields) throws ProblemException {
        OptionalInt destination = fields.number("destinationPort", 0, HIGHEST_PORT);
        OptionalInt source = fields.number("sourcePort", 0, HIGHEST_PORT);
        if (destination.isEmpty() && source.isPresent()) {
            throw RequestFields.wrong("destinationPort", "destinationPort is missing, which belongs to sourcePort");
        }
        return destination.isPresent()
                ? Optional.of(new Ports(destination.getAsInt(), source.orElse(0)))
                : Optional.empty();
    }

    private static Optional<String> reference(RequestFields fields) throws ProblemException {
        return name(fields, "reference");
    }

    private static Optional<String> name(RequestFields fields, String field) throws ProblemException {
        Optional<String> name = fields.text(field);
        if (name.isPresent() && (name.get().isBlank() || name.get().length() > LONGEST_NAME)) {
            throw RequestFields.wrong(field, field + " must have 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static Optional<Duration> validity(RequestFields fields) throws ProblemException {
        Optional<JsonNode> value = fields.value("validity");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isTextual() && !value.get().isIntegralNumber()) {
            throw Validity.wrong();
        }
        return Optional.of(Validity.parse(value.get().asText()));
    }

    private static Optional<Instant> sendAt(RequestFields fields) throws ProblemException {
        Optional<String> text = fields.text("sendAt");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw RequestFields.wrong(
                    "sendAt", "sendAt must be a time with an offset, such as 2026-11-22T09:00:00+03:00");
        }
    }

    private static Optional<DoubtPolicy> doubt(RequestFields fields) throws ProblemException {
        Optional<String> name = fields.text("doubt");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(DoubtPolicy.values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(name.get()))
                .findFirst()
                .orElseThrow(() -> RequestFields.wrong("doubt", "doubt must be hold, retry or fail")));
    }
}
