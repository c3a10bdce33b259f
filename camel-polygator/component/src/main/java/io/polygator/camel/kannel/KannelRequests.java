package io.polygator.camel.kannel;

import io.polygator.gsm.octets.Octets;
import io.polygator.http.kannel.KannelAnswer;
import io.polygator.http.kannel.KannelHeaders;
import io.polygator.http.kannel.KannelParameters;
import io.polygator.http.kannel.KannelRefusedException;
import io.polygator.http.kannel.KannelXml;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The parameters of a request in whichever way it carries them. Pure functions. */
final class KannelRequests {
    /** The property that keeps the method of a request for its answer. */
    static final String METHOD = "PolygatorKannelMethod";

    private static final String POST = "POST";

    private KannelRequests() {}

    /** @throws KannelRefusedException if the body is of a type that carries none, or cannot be read */
    static KannelParameters read(Message message) throws KannelRefusedException {
        String method = message.getHeader(Exchange.HTTP_METHOD, "GET", String.class);
        message.getExchange().setProperty(METHOD, method);
        if (!POST.equals(method)) {
            return KannelParameters.ofQuery(query(message));
        }
        String type = message.getHeader(Exchange.CONTENT_TYPE, "application/octet-stream", String.class);
        byte[] body = body(message);
        return switch (mediaType(type)) {
            case "application/x-www-form-urlencoded" ->
                KannelParameters.ofQuery(new String(body, StandardCharsets.ISO_8859_1) + "&" + query(message));
            case "text/plain", "application/octet-stream" ->
                KannelHeaders.read(headers(message), type, Octets.copyOf(body));
            case "text/xml", "application/xml" -> KannelXml.read(body);
            case "text/html", "text/vnd.wap.wml" -> throw new KannelRefusedException(KannelAnswer.UNSUPPORTED_TYPE);
            default -> throw new KannelRefusedException(KannelAnswer.CONTENT_TYPE);
        };
    }

    private static String query(Message message) {
        @Nullable String query = message.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        return query == null ? "" : query;
    }

    private static byte[] body(Message message) {
        byte @Nullable [] body = message.getBody(byte[].class);
        return body == null ? new byte[0] : body;
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (KannelHeaders.isOne(name)) {
                headers.put(name, String.valueOf(value));
            }
        });
        return headers;
    }
}
