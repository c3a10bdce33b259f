package io.polygator.http.kannel;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is done with inbound messages that begin with a keyword: Kannel's {@code group = sms-service}.
 *
 * @param name of the rule
 * @param keywords in whichever case; empty for the rule {@code default}, which takes what no other takes
 * @param catchAll whether words may follow the keyword
 * @param action what is done
 * @param maxMessages how many short messages an answer may be; 0 for no answer
 * @param concatenation whether a long answer is one message; otherwise several
 * @param omitEmpty whether an empty answer is none
 * @param acceptedSmsc the channels whose messages it takes; empty for all
 * @param sendSender whether the sender's number goes with a request as a header too
 * @param headers whether headers {@code X-Kannel-…} of an answer say how it is sent
 */
public record SmsService(
        String name,
        List<String> keywords,
        boolean catchAll,
        Action action,
        int maxMessages,
        boolean concatenation,
        boolean omitEmpty,
        List<String> acceptedSmsc,
        boolean sendSender,
        AnswerHeaders headers) {
    private static final Pattern FIRST = Pattern.compile("\\s*(\\S+)\\s*(.*)", Pattern.DOTALL);

    public SmsService {
        keywords = keywords.stream().map(SmsService::lower).toList();
        acceptedSmsc = List.copyOf(acceptedSmsc);
        if (maxMessages < 0) {
            throw new IllegalArgumentException("max-messages of service " + name + " must be at least 0");
        }
    }

    /** What is done with headers {@code X-Kannel-…} of an answer. */
    public enum AnswerHeaders {
        IGNORED,
        ACCEPTED
    }

    /** What a service does. */
    public sealed interface Action {
        /** Calls a URL with escape codes; what it answers is the answer. */
        record Get(String url) implements Action {}

        /** Posts the text to a URL with escape codes; what it answers is the answer. */
        record Post(String url) implements Action {}

        /** Answers with a text with escape codes. */
        record Answer(String text) implements Action {}

        /** Answers with what a file holds at the time, in UTF-8. Nothing of the message is part of its name. */
        record File(Path path) implements Action {}
    }

    /** Whether it takes what no other takes. */
    public boolean isDefault() {
        return keywords.isEmpty();
    }

    /** Whether the message is for it, keyword and channel considered. */
    boolean takes(String text, String channel) {
        if (!acceptedSmsc.isEmpty() && !acceptedSmsc.contains(channel)) {
            return false;
        }
        Matcher words = FIRST.matcher(text);
        return isDefault()
                || words.matches()
                        && keywords.contains(lower(words.group(1)))
                        && (catchAll || words.group(2).isEmpty());
    }

    /** The service that a message is for: one of its keyword, or else the default one. */
    public static Optional<SmsService> find(List<SmsService> services, String text, String channel) {
        return services.stream()
                .filter(service -> !service.isDefault() && service.takes(text, channel))
                .findFirst()
                .or(() -> services.stream()
                        .filter(service -> service.isDefault() && service.takes(text, channel))
                        .findFirst());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
