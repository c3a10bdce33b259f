package io.polygator.http.client;

import io.polygator.gsm.octets.Octets;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * One request.
 *
 * @param method in capitals
 * @param uri absolute, {@code http} or {@code https}; a name and password in it become HTTP Basic
 * @param headers besides those that follow from the rest (Host, Content-Length, Connection)
 * @param body empty for none
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, Octets body) {
    public HttpCall {
        headers = Map.copyOf(headers);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            // of a wrong URL nothing is repeated: it may carry a password
            throw new IllegalArgumentException("the target is no absolute http or https URL with a host");
        }
    }

    /** A GET without headers of its own. */
    public static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, Map.of(), Octets.empty());
    }

    /** Where to, and neither path, query, headers nor body, which may carry what is secret. */
    @Override
    public String toString() {
        return method + " " + Target.of(uri);
    }
}
