package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a service wants its answer sent, as it says in headers {@code X-Kannel-…}. What such headers say of the coding of a
 * text is passed over: the answer's text is its body. Thread-safe.
 */
public final class ServiceWishes {
    private static final String PREFIX = "x-kannel-";
    private static final Set<String> READ = Set.of(
            "to",
            "from",
            "smsc",
            "mclass",
            "priority",
            "validity",
            "deferred",
            "dlr-mask",
            "dlr-url",
            "pid",
            "rpi",
            "account",
            "binfo",
            "meta-data");
    /** A text must be there; the message has its own. */
    private static final Octets ANY_TEXT = octets("x");

    private final SendSmsReader reader = new SendSmsReader();

    /**
     * The wishes, or empty when the answer has none, or the service's are not heeded.
     *
     * @param headers all of the answer's
     * @param asker gets the answer unless a header says otherwise
     * @throws KannelRefusedException if a header is wrong
     */
    public Optional<SendSms> read(SmsService service, Map<String, String> headers, String asker)
            throws KannelRefusedException {
        Map<String, Octets> parameters = new LinkedHashMap<>();
        headers.forEach((header, value) -> {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX) && READ.contains(name.substring(PREFIX.length()))) {
                parameters.put(name.substring(PREFIX.length()), octets(value.strip()));
            }
        });
        if (service.headers() == SmsService.AnswerHeaders.IGNORED || parameters.isEmpty()) {
            return Optional.empty();
        }
        parameters.putIfAbsent("to", octets(asker));
        parameters.put("text", ANY_TEXT);
        return Optional.of(reader.read(KannelParameters.of(parameters)));
    }

    private static Octets octets(String text) {
        return Octets.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
