package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import io.polygator.http.client.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a service is asked about an inbound message. Pure functions. */
public final class ServiceRequests {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private ServiceRequests() {}

    /**
     * The request of a service that calls a URL.
     *
     * @throws IllegalArgumentException if the service calls none
     */
    public static HttpCall call(SmsService service, KannelEvent event) {
        if (service.action() instanceof SmsService.Action.Get get) {
            return new HttpCall(
                    "GET",
                    WebAddress.parse(KannelEscapes.fill(get.url(), event)),
                    service.sendSender() ? Map.of("X-Kannel-From", event.phone()) : Map.of(),
                    Octets.empty());
        }
        if (service.action() instanceof SmsService.Action.Post post) {
            return new HttpCall(
                    "POST",
                    WebAddress.parse(KannelEscapes.fill(post.url(), event)),
                    headers(service, event),
                    event.text());
        }
        throw new IllegalArgumentException("service " + service.name() + " answers by itself");
    }

    private static Map<String, String> headers(SmsService service, KannelEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        String time = TIME.format(event.at());
        headers.put("Content-Type", event.coding() == 1 ? "application/octet-stream" : "text/plain; charset=\"UTF-8\"");
        if (service.sendSender()) {
            headers.put("X-Kannel-From", event.phone());
        }
        headers.put("X-Kannel-To", event.own());
        headers.put("X-Kannel-Time", time);
        headers.put("Date", time);
        headers.put("X-Kannel-SMSC", event.channel());
        headers.put("X-Kannel-Coding", String.valueOf(event.coding()));
        event.messageClass().ifPresent(value -> headers.put("X-Kannel-MClass", String.valueOf(value)));
        headers.put("X-Kannel-Service", service.name());
        return headers;
    }

    /** The text of a service that answers by itself. */
    public static String fixed(SmsService.Action.Answer answer, KannelEvent event) {
        // as if it were part of a URL, so that it is read back with the codes that are encoded
        String octets = new String(answer.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String filled = KannelEscapes.fill(octets.replace("+", "%%2B").replace(" ", "+"), event);
        return new String(KannelParameters.decode(filled).toByteArray(), StandardCharsets.UTF_8);
    }
}
