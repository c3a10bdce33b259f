package io.polygator.http.eventsh;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.http.Json;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what scripts send: JSON, also such as was pasted together without escaping more than quotation marks; a form; and a
 * query that is not encoded at all. Thread-safe.
 */
public final class EventReader {
    /** The longest request in octets: eight times the longest message there is. */
    public static final int LONGEST = 16 * 1024;

    private static final int MOST_FIELDS = 50;
    private static final String KEYS =
            Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining("|"));
    /** A value ends where the next key begins, or the object ends: nothing within it can be trusted but escaped quotes. */
    private static final Pattern PASTED = Pattern.compile(
            "\"(" + KEYS + ")\"\\s*:\\s*(?:\"(.*?)\"|([^\",{}]*?))\\s*(?=,\\s*\"(?:" + KEYS
                    + ")\"\\s*:|,?\\s*\\}\\s*$)",
            Pattern.DOTALL);
    /** The query of the firmware's sample, in whose text an ampersand stands as it is. */
    private static final Pattern SAMPLE_QUERY = Pattern.compile(
            "sender=(?<sender>[^&]*)&testnum=(?<sim>[^&]*)&text=(?<text>.*)&SMSC=(?<smsc>[^&]*)&other=(?<imsi>[^&]*)",
            Pattern.DOTALL);

    private static final String CALLER = "incomingNumber";

    private final FirmwareCharset charset;

    /** @param charset of what is not in UTF-8 */
    public EventReader(FirmwareCharset charset) {
        this.charset = charset;
    }

    /** What is posted, whatever its media type says: JSON begins with a brace. */
    public FirmwareEvent posted(byte[] body) throws ProblemException {
        if (body.length > LONGEST) {
            throw new ProblemException(Problem.tooLarge("an event is no longer than " + LONGEST + " octets"));
        }
        return isJson(body) ? json(charset.decode(body)) : form(body);
    }

    /**
     * The query of a URL as it came.
     *
     * @param query octets that are not percent-encoded are characters from 0 to 255
     */
    public FirmwareEvent query(String query) throws ProblemException {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Matcher sample = SAMPLE_QUERY.matcher(query);
        if (sample.matches()) {
            values.put(Field.SENDER, text(sample.group("sender")));
            values.put(Field.SIM, text(sample.group("sim")));
            values.put(Field.TEXT, text(sample.group("text")));
            values.put(Field.SMSC, text(sample.group("smsc")));
            values.put(Field.IMSI, text(sample.group("imsi")));
            return new FirmwareEvent(values);
        }
        Map<String, String> parameters = parameters(query);
        for (Field field : Field.values()) {
            String value = parameters.get(field.parameter());
            if (value != null) {
                values.put(field, text(value));
            }
        }
        String caller = parameters.get(CALLER);
        if (caller != null) {
            values.put(Field.SENDER, text(caller));
            values.put(Field.TYPE, "ring");
        }
        return known(values, CALLER + " or " + Field.SENDER.parameter());
    }

    private static boolean isJson(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).stripLeading().startsWith("{");
    }

    private static FirmwareEvent json(String text) throws ProblemException {
        Map<Field, String> values = new EnumMap<>(Field.class);
        try {
            JsonNode object = Json.readObject(text);
            for (Field field : Field.values()) {
                JsonNode value = object.get(field.key());
                if (value != null && value.isValueNode() && !value.isNull()) {
                    values.put(field, value.asText());
                }
            }
        } catch (ProblemException pasted) {
            values.putAll(pasted(text));
        }
        return known(values, "the fields of event.sh");
    }

    private static Map<Field, String> pasted(String text) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Matcher field = PASTED.matcher(text);
        while (field.find()) {
            String value =
                    field.group(2) == null ? field.group(3) : field.group(2).replace("\\\"", "\"");
            Field.ofKey(field.group(1)).ifPresent(known -> values.putIfAbsent(known, value));
        }
        return values;
    }

    private FirmwareEvent form(byte[] body) throws ProblemException {
        Map<String, String> parameters = parameters(new String(body, StandardCharsets.ISO_8859_1).replace('+', ' '));
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String value = parameters.get(field.key());
            if (value != null) {
                values.put(field, text(value));
            }
        }
        return known(values, "the fields of event.sh");
    }

    private static FirmwareEvent known(Map<Field, String> values, String needed) throws ProblemException {
        if (values.isEmpty()) {
            throw new ProblemException(Problem.badRequest("the request has not " + needed));
        }
        return new FirmwareEvent(values);
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    private String text(String encoded) {
        return charset.decode(PercentEncoding.decode(encoded));
    }
}
