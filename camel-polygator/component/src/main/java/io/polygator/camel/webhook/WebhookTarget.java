package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.polygator.gsm.octets.Octets;
import io.polygator.http.EventView;
import io.polygator.http.Json;
import io.polygator.http.client.HttpCall;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where events go and what they look like there.
 *
 * @param url absolute, {@code http} or {@code https}; of a GET with fields such as {@code {text}} in path or query
 * @param secret signs what is sent, 16 to 256 characters; empty for no signature
 */
record WebhookTarget(String url, WebhookFormat format, Optional<String> secret) {
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 256;
    /** Fields behind the host only: whoever sends a message must not choose whom it goes to. */
    private static final Pattern URL = Pattern.compile("(?i)https?://[^/?#{}]+([/?].*)?");

    /** @throws IllegalArgumentException beginning with the option that is wrong, without its value, which may be secret */
    WebhookTarget {
        if (!URL.matcher(url).matches()
                || !isUrl(EventFields.PLACEHOLDER.matcher(url).replaceAll("x"))) {
            throw new IllegalArgumentException(
                    "url is no absolute http or https URL; fields such as {text} may stand behind the host only");
        }
        int fields = 0;
        for (Matcher field = EventFields.PLACEHOLDER.matcher(url); field.find(); fields++) {
            if (!EventFields.NAMES.contains(field.group(1))) {
                throw new IllegalArgumentException("url has the unknown field {" + field.group(1) + "}");
            }
        }
        if (fields > 0 != (format == WebhookFormat.GET)) {
            throw new IllegalArgumentException(
                    "url: fields such as {text} stand in it with format=get, which needs at least one, and only there");
        }
        secret.ifPresent(WebhookTarget::requireSecret);
    }

    private static boolean isUrl(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void requireSecret(String secret) {
        if (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET) {
            throw new IllegalArgumentException("secret has " + secret.length() + " characters, which must be "
                    + SHORTEST_SECRET + " to " + LONGEST_SECRET);
        }
    }

    /** The request that tells an event. */
    HttpCall call(EventView event, Instant at) {
        return switch (format) {
            case JSON -> post(event, at, "application/json", Json.write(event));
            case FORM -> post(event, at, "application/x-www-form-urlencoded", EventFields.form(event));
            case GET -> get(event, at);
        };
    }

    private HttpCall post(EventView event, Instant at, String type, String body) {
        Map<String, String> headers = new LinkedHashMap<>(WebhookSignature.headers(secret, event.eventId(), at, body));
        headers.put("Content-Type", type);
        return new HttpCall("POST", URI.create(url), headers, Octets.copyOf(body.getBytes(UTF_8)));
    }

    private HttpCall get(EventView event, Instant at) {
        URI uri = URI.create(EventFields.expand(url, event));
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new HttpCall("GET", uri, WebhookSignature.headers(secret, event.eventId(), at, query), Octets.empty());
    }

    /** Neither URL nor secret. */
    @Override
    public String toString() {
        return "WebhookTarget[" + format + "]";
    }
}
