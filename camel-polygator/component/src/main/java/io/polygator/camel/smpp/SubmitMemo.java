package io.polygator.camel.smpp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.esme.ReceiptWishes.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a receipt must repeat of its submission, kept with the message as its context. Prints without the text.
 *
 * @param source as the ESME wrote it; the receipt goes to it
 * @param destination as the ESME wrote it; the receipt comes from it
 * @param serviceType empty for the default one
 * @param wishes which receipts the ESME wants
 * @param userMessageReference to be quoted
 * @param id the message_id that the ESME was told, when it is not that of the message
 * @param shortId the same for a 3.3 peer
 * @param text the beginning of the text, at most 20 characters; empty for data
 */
record SubmitMemo(
        EsmeAddress source,
        EsmeAddress destination,
        String serviceType,
        ReceiptWishes wishes,
        OptionalInt userMessageReference,
        Optional<String> id,
        Optional<String> shortId,
        String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same for a message that the ESME knows by another's message_id, in both its forms. */
    SubmitMemo sharing(MessageIdText other) {
        return new SubmitMemo(
                source,
                destination,
                serviceType,
                wishes,
                userMessageReference,
                Optional.of(other.text()),
                shortId.map(own -> other.shortText()),
                text);
    }

    /** The same for a message about which the ESME wants to hear something else. */
    SubmitMemo wishing(ReceiptWishes others) {
        return new SubmitMemo(source, destination, serviceType, others, userMessageReference, id, shortId, text);
    }

    /** The same for a message with another text, of any length. */
    SubmitMemo quoting(String other) {
        return new SubmitMemo(
                source,
                destination,
                serviceType,
                wishes,
                userMessageReference,
                id,
                shortId,
                SubmitMemos.beginning(other));
    }

    /** Whether the network is to be asked what became of the message; that it took it, it says by itself. */
    boolean wantsReport() {
        return wishes.wants(Event.DELIVERED) || wishes.wants(Event.FAILED);
    }

    String encode() {
        StringWriter context = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(context)) {
            json.writeStartObject();
            address(json, "source", source);
            address(json, "destination", destination);
            json.writeStringField("serviceType", serviceType);
            events(json);
            if (userMessageReference.isPresent()) {
                json.writeNumberField("userMessageReference", userMessageReference.getAsInt());
            }
            if (id.isPresent()) {
                json.writeStringField("id", id.get());
            }
            if (shortId.isPresent()) {
                json.writeStringField("shortId", shortId.get());
            }
            json.writeStringField("text", text);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be written to memory", e);
        }
        return context.toString();
    }

    private static void address(JsonGenerator json, String name, EsmeAddress address) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(address.ton());
        json.writeNumber(address.npi());
        json.writeString(address.value());
        json.writeEndArray();
    }

    private void events(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("receipts");
        for (Event event : Event.values()) {
            if (wishes.wants(event)) {
                json.writeString(event.name());
            }
        }
        json.writeEndArray();
    }

    /** Reads what {@link #encode} wrote; empty for a context that somebody else wrote. */
    static Optional<SubmitMemo> decode(String context) {
        try {
            return JSON.readTree(context) instanceof ObjectNode fields && fields.has("receipts")
                    ? Optional.of(decode(fields))
                    : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static SubmitMemo decode(ObjectNode fields) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        fields.withArray("receipts").forEach(event -> events.add(Event.valueOf(event.asText())));
        return new SubmitMemo(
                address(fields.withArray("source")),
                address(fields.withArray("destination")),
                fields.path("serviceType").asText(),
                new ReceiptWishes(events),
                fields.has("userMessageReference")
                        ? OptionalInt.of(fields.get("userMessageReference").asInt())
                        : OptionalInt.empty(),
                text(fields, "id"),
                text(fields, "shortId"),
                fields.path("text").asText());
    }

    private static Optional<String> text(ObjectNode fields, String name) {
        return fields.has(name) ? Optional.of(fields.get(name).asText()) : Optional.empty();
    }

    private static EsmeAddress address(ArrayNode fields) {
        return new EsmeAddress(
                fields.path(0).asInt(), fields.path(1).asInt(), fields.path(2).asText());
    }

    @Override
    public String toString() {
        return "SubmitMemo[" + source + ", " + destination + ", " + wishes + "]";
    }
}
