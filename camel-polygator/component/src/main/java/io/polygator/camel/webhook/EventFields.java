package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.polygator.http.EventView;
import io.polygator.http.Json;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of an event as forms and URLs carry them. */
final class EventFields {
    /** A field in a URL, {@code {text}}. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** What may stand in one. */
    static final Set<String> NAMES = Set.of(
            "eventId",
            "event",
            "id",
            "channel",
            "from",
            "to",
            "text",
            "data",
            "encoding",
            "segments",
            "complete",
            "possibleDuplicate",
            "state",
            "finality",
            "status",
            "error",
            "sentAt",
            "receivedAt");

    private EventFields() {}

    static String form(EventView event) {
        return of(event).entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The template with the event's fields in it; a field that the event has not is empty. */
    static String expand(String template, EventView event) {
        Map<String, String> fields = of(event);
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(encode(fields.getOrDefault(found.group(1), ""))));
    }

    private static Map<String, String> of(EventView event) {
        Map<String, String> fields = new TreeMap<>(Json.fields(event));
        fields.put("eventId", event.eventId());
        return fields;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
