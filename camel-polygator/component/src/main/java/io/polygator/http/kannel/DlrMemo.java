package io.polygator.http.kannel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a client wants to be told of a message, and what of its request the telling repeats; kept with the message as its
 * context. Prints without numbers and URL.
 *
 * @param mask which states: the sum of {@link Dlr} values
 * @param url to be called; empty for none
 * @param from the sender as the client wrote it
 * @param account the parameter {@code account}
 * @param billing the parameter {@code binfo}
 * @param metaData the parameter {@code meta-data}
 */
public record DlrMemo(int mask, String url, String from, String account, String billing, String metaData) {
    /** Every bit that a mask may have. */
    static final int ALL = 66;
    /** Those that only the network's report tells; the two highest bits are Kannel's own for other protocols. */
    private static final int REPORTED = 0x07 | 0x20 | 0x40;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MASK = "dlrMask";

    /** Whether somebody is to be told of this state. */
    public boolean wants(Dlr dlr) {
        return !url.isEmpty() && (mask & dlr.value()) != 0;
    }

    /** Whether the network must be asked for a report. */
    public boolean wantsReport() {
        return (mask & REPORTED) != 0;
    }

    /** As text, to be kept; empty when nobody is to be told anything. */
    public Optional<String> encode() {
        if (url.isEmpty() || mask == 0) {
            return Optional.empty();
        }
        ObjectNode fields = JSON.createObjectNode();
        fields.put(MASK, mask);
        fields.put("url", url);
        put(fields, "from", from);
        put(fields, "account", account);
        put(fields, "billing", billing);
        put(fields, "metaData", metaData);
        return Optional.of(fields.toString());
    }

    private static void put(ObjectNode fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    /** Reads what {@link #encode} wrote; empty for a context that another door wrote. */
    public static Optional<DlrMemo> decode(String context) {
        // reports of all doors come by: most are told apart without reading them
        if (!context.startsWith("{\"" + MASK)) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(context) instanceof ObjectNode fields ? Optional.of(decode(fields)) : Optional.empty();
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    private static DlrMemo decode(ObjectNode fields) {
        return new DlrMemo(
                fields.path(MASK).asInt(),
                fields.path("url").asText(),
                fields.path("from").asText(),
                fields.path("account").asText(),
                fields.path("billing").asText(),
                fields.path("metaData").asText());
    }

    @Override
    public String toString() {
        return "DlrMemo[mask " + mask + "]";
    }
}
