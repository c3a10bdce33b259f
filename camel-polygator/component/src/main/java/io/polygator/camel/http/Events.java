package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.Masked;
import io.polygator.gsm.octets.Octets;
import io.polygator.http.EventView;
import io.polygator.http.Json;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Writes events for webhooks and for the log. */
public final class Events {

    /** Makes the message the JSON that a webhook gets; no other header remains. */
    public void json(Message message) {
        String json = Json.write(view(message));
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json);
    }

    /** One line for the log, with numbers masked and without the text. */
    public String masked(Message message) {
        EventView view = view(message);
        StringBuilder line = new StringBuilder(view.event()).append(' ').append(view.id());
        append(line, "channel", view.channel());
        append(line, "from", masked(view.from()));
        append(line, "to", masked(view.to()));
        append(line, "state", view.state());
        append(line, "possibleDuplicate", Boolean.TRUE.equals(view.possibleDuplicate()) ? true : null);
        append(line, "error", view.error());
        append(line, "encoding", view.encoding());
        append(line, "segments", view.segments());
        if (view.text() != null) {
            append(line, "characters", view.text().codePointCount(0, view.text().length()));
        }
        return line.toString();
    }

    private static @Nullable String masked(@Nullable String number) {
        return number == null ? null : Masked.number(number);
    }

    private static void append(StringBuilder line, String name, @Nullable Object value) {
        if (value != null) {
            line.append(' ').append(name).append('=').append(value);
        }
    }

    /** The event that stands in a message as a consumer of {@code polygator:} wrote it. */
    public static EventView view(Message message) {
        String event = message.getHeader(PolygatorConstants.EVENT, "", String.class);
        Object body = message.getBody();
        boolean says = event.equals("inbound") || event.equals("ussd");
        return new EventView(
                event,
                header(message, PolygatorConstants.MESSAGE_ID, String.class),
                header(message, PolygatorConstants.CHANNEL, String.class),
                header(message, PolygatorConstants.FROM, String.class),
                header(message, PolygatorConstants.TO, String.class),
                says && !(body instanceof byte[]) ? message.getBody(String.class) : null,
                says && body instanceof byte[] octets ? Octets.copyOf(octets).toString() : null,
                header(message, PolygatorConstants.ALPHABET, String.class),
                header(message, PolygatorConstants.SEGMENTS, Integer.class),
                header(message, PolygatorConstants.COMPLETE, Boolean.class),
                header(message, PolygatorConstants.POSSIBLE_DUPLICATE, Boolean.class),
                first(message, PolygatorConstants.STATE, PolygatorConstants.CALL, PolygatorConstants.USSD_STATUS),
                header(message, PolygatorConstants.FINALITY, String.class),
                header(message, PolygatorConstants.STATUS, Integer.class),
                first(message, PolygatorConstants.ERROR, PolygatorConstants.DEFECT),
                text(message, PolygatorConstants.SENT_AT),
                text(message, PolygatorConstants.RECEIVED_AT));
    }

    private static @Nullable String first(Message message, String... names) {
        return Arrays.stream(names)
                .map(name -> Optional.ofNullable(header(message, name, String.class)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T header(Message message, String name, Class<T> type) {
        return message.getHeader(name, type);
    }

    private static @Nullable String text(Message message, String name) {
        Object value = message.getHeader(name);
        return value == null ? null : value.toString();
    }
}
