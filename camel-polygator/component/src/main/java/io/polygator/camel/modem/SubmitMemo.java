package io.polygator.camel.modem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.polygator.camel.modem.PolygatorModemConfiguration.Answer;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;

/**
 * What a status report must repeat of its submission, kept with the message as its context.
 *
 * @param modem the virtual modem whose client sent the message
 * @param reference TP-MR that the client was told
 * @param reportRequested TP-SRR
 * @param answer when the client was answered
 */
record SubmitMemo(String modem, MessageReference reference, boolean reportRequested, Answer answer) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String encode() {
        ObjectNode fields = JSON.createObjectNode();
        fields.put("modem", modem);
        fields.put("reference", reference.value());
        fields.put("report", reportRequested);
        fields.put("answer", answer.name());
        return fields.toString();
    }

    /** Reads what {@link #encode} wrote; empty for a context that somebody else wrote. */
    static Optional<SubmitMemo> decode(String context) {
        try {
            return JSON.readTree(context) instanceof ObjectNode fields && fields.has("modem")
                    ? Optional.of(decode(fields))
                    : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static SubmitMemo decode(ObjectNode fields) {
        return new SubmitMemo(
                fields.path("modem").asText(),
                new MessageReference(fields.path("reference").asInt()),
                fields.path("report").asBoolean(),
                Answer.valueOf(fields.path("answer").asText()));
    }
}
