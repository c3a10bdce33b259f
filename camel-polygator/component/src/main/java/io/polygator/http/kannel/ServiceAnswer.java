package io.polygator.http.kannel;

import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is sent back for the answer of a service. Pure functions. */
public final class ServiceAnswer {
    private static final String EMPTY = "<Empty reply from service provider>";
    private static final String UNREADABLE = "Result could not be represented as an SMS message.";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST = 10 * 160;
    private static final SegmentationOptions OPTIONS = SegmentationOptions.standard(ConcatReference.ofEightBits(0));

    private ServiceAnswer() {}

    /**
     * The text that a body is: HTML without its tags.
     *
     * @param contentType empty for none
     */
    public static String text(String contentType, String body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/html", "text/vnd.wap.wml" ->
                SPACE.matcher(unescaped(TAG.matcher(body).replaceAll(" ")))
                        .replaceAll(" ")
                        .strip();
            case "text/plain" -> body;
            default -> body.isEmpty() ? "" : UNREADABLE;
        };
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /** The messages to send, each with its text; none when nothing is to be sent. */
    public static List<String> messages(SmsService service, String text) {
        if (service.maxMessages() == 0 || (text.isBlank() && service.omitEmpty())) {
            return List.of();
        }
        String shown = text.isBlank() ? EMPTY : text;
        String bounded = shown.length() > LONGEST ? beginning(shown, LONGEST) : shown;
        return service.concatenation()
                ? List.of(fitting(bounded, service.maxMessages()))
                : pieces(bounded, service.maxMessages());
    }

    private static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && pieces.size() < most) {
            String piece = fitting(rest, 1);
            pieces.add(piece);
            rest = rest.substring(piece.length());
        }
        return pieces;
    }

    /** The longest beginning that needs no more than so many segments, at least one character. */
    private static String fitting(String text, int segments) {
        int fits = 1;
        int exceeds = text.length() + 1;
        while (exceeds - fits > 1) {
            int middle = (fits + exceeds) / 2;
            if (Segmenter.segmentText(beginning(text, middle), OPTIONS)
                            .segments()
                            .size()
                    <= segments) {
                fits = middle;
            } else {
                exceeds = middle;
            }
        }
        String beginning = beginning(text, fits);
        return beginning.isEmpty() ? text.substring(0, Math.min(2, text.length())) : beginning;
    }

    /** So many characters, one fewer when a pair would be torn. */
    private static String beginning(String text, int length) {
        boolean torn = length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, torn ? length - 1 : Math.min(length, text.length()));
    }
}
