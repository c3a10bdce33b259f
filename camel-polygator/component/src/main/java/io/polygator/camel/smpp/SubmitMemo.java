package io.polygator.camel.smpp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.esme.ReceiptWishes.Event;
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

    /** The same for a message that shares the message_id of another. */
    SubmitMemo sharing(String otherId) {
        return new SubmitMemo(
                source, destination, serviceType, wishes, userMessageReference, Optional.of(otherId), shortId, text);
    }

    String encode() {
        ObjectNode fields = JSON.createObjectNode();
        fields.set("source", address(source));
        fields.set("destination", address(destination));
        fields.put("serviceType", serviceType);
        ArrayNode events = fields.putArray("receipts");
        wishes.events().stream().map(Event::name).sorted().forEach(events::add);
        userMessageReference.ifPresent(reference -> fields.put("userMessageReference", reference));
        id.ifPresent(shared -> fields.put("id", shared));
        shortId.ifPresent(shortened -> fields.put("shortId", shortened));
        fields.put("text", text);
        return fields.toString();
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

    private static ArrayNode address(EsmeAddress address) {
        return JSON.createArrayNode().add(address.ton()).add(address.npi()).add(address.value());
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
