package io.polygator.http;

import io.polygator.gateway.message.PageMark;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters behind the question mark of a URL; every error names the parameter. */
final class QueryFields {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{1,18}");

    private final Map<String, String> values;

    private QueryFields(Map<String, String> values) {
        this.values = values;
    }

    /** The parameters of a query, refusing those that are not among the known, or come twice. */
    static QueryFields read(@Nullable String query, Set<String> known) throws ProblemException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode("query", equals < 0 ? pair : pair.substring(0, equals));
            if (!known.contains(name)) {
                String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
                throw RequestFields.wrong(
                        shown, "\"" + shown + "\" is unknown: known are " + String.join(", ", new TreeSet<>(known)));
            }
            if (values.put(name, decode(name, equals < 0 ? "" : pair.substring(equals + 1))) != null) {
                throw RequestFields.wrong(name, name + " stands in the query twice");
            }
        }
        return new QueryFields(values);
    }

    private static String decode(String field, String text) throws ProblemException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RequestFields.wrong(field, field + " is not encoded as URLs are: a percent sign needs two digits");
        }
    }

    /** A text of 1 to so many characters. */
    Optional<String> text(String field, int longest) throws ProblemException {
        Optional<String> text = Optional.ofNullable(values.get(field));
        if (text.isPresent() && (text.get().isBlank() || text.get().length() > longest)) {
            throw RequestFields.wrong(field, field + " must have 1 to " + longest + " characters");
        }
        return text;
    }

    OptionalInt number(String field, int lowest, int highest) throws ProblemException {
        String text = values.get(field);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < lowest || Integer.parseInt(text) > highest) {
            throw RequestFields.wrong(field, field + " must be a number from " + lowest + " to " + highest);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** A number from 0 on, of at most 18 digits. */
    Optional<Long> longNumber(String field) throws ProblemException {
        Optional<String> text = Optional.ofNullable(values.get(field));
        if (text.isPresent() && !LONG_NUMBER.matcher(text.get()).matches()) {
            throw RequestFields.wrong(field, field + " must be a number from 0 on");
        }
        return text.map(Long::valueOf);
    }

    /** ISO-8601 with an offset. */
    Optional<Instant> time(String field) throws ProblemException {
        Optional<String> text = Optional.ofNullable(values.get(field));
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw RequestFields.wrong(
                    field,
                    field
                            + " must be a time with an offset, such as 2026-11-22T09:00:00Z, in which a plus is written %2B");
        }
    }

    /** What the answer before gave as {@code next}. */
    Optional<PageMark> mark(String field) throws ProblemException {
        Optional<String> text = Optional.ofNullable(values.get(field));
        try {
            return text.map(PageMark::parse);
        } catch (IllegalArgumentException e) {
            throw RequestFields.wrong(field, field + " must be what the page before gave as next, unchanged");
        }
    }
}
