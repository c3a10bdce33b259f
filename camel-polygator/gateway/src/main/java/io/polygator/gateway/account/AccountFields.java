package io.polygator.gateway.account;

import io.polygator.gateway.account.AccountEntry.Given;
import io.polygator.gateway.account.AccountEntry.Shape;
import io.polygator.gateway.account.AccountEntry.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Turns the texts of one account into values. What cannot be turned is noted as a problem and counts as not given. */
final class AccountFields {
    private final AccountEntry entry;
    private final Problems problems;

    AccountFields(AccountEntry entry, Problems problems) {
        this.entry = entry;
        this.problems = problems;
    }

    /** Whether the field stands in the file, right or wrong. */
    boolean has(AccountField field) {
        return entry.fields().containsKey(field);
    }

    /** A field that must be there. */
    <T> Optional<T> required(AccountField field, Function<String, T> parser) {
        requirePresence(field);
        return value(field, parser);
    }

    /** A list that must be there, with at least one element. */
    <T> List<T> requiredList(AccountField field, Function<String, T> parser) {
        requirePresence(field);
        return nonEmptyList(field, parser, List.of());
    }

    /** The value of a field that may be left out. */
    <T> Optional<T> value(AccountField field, Function<String, T> parser) {
        Given given = entry.fields().get(field);
        if (given == null) {
            return Optional.empty();
        }
        if (given.shape() == Shape.LIST) {
            report(field, given.line(), "is a list, where one value is expected");
            return Optional.empty();
        }
        return parse(field, given.texts().get(0), parser);
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E constant(AccountField field, E otherwise) {
        Class<E> type = otherwise.getDeclaringClass();
        return value(field, text -> constantOf(type, text)).orElse(otherwise);
    }

    /** A list that may be left out; a single value is a list of one. */
    <T> List<T> list(AccountField field, Function<String, T> parser, List<T> otherwise) {
        Given given = entry.fields().get(field);
        if (given == null) {
            return otherwise;
        }
        List<T> values = new ArrayList<>();
        given.texts().forEach(text -> parse(field, text, parser).ifPresent(values::add));
        return values;
    }

    /** A list that may be left out but not be empty. */
    <T> List<T> nonEmptyList(AccountField field, Function<String, T> parser, List<T> otherwise) {
        Given given = entry.fields().get(field);
        if (given != null && given.texts().isEmpty()) {
            report(field, given.line(), "is an empty list");
            return otherwise;
        }
        return list(field, parser, otherwise);
    }

    /** A list of an enum's constants. */
    static <E extends Enum<E>> Function<String, E> constants(Class<E> type) {
        return text -> constantOf(type, text);
    }

    /** Notes a problem that is not in the text of a value. */
    void report(AccountField field, String defect) {
        Given given = entry.fields().get(field);
        report(field, given == null ? entry.line() : given.line(), defect);
    }

    private void requirePresence(AccountField field) {
        if (!has(field)) {
            report(field, entry.line(), "is missing");
        }
    }

    private <T> Optional<T> parse(AccountField field, Text text, Function<String, T> parser) {
        if (text.value().isEmpty()) {
            report(field, text.line(), "is empty");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.value()));
        } catch (IllegalArgumentException e) {
            report(field, text.line(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void report(AccountField field, int line, String defect) {
        problems.add(line, entry.id(), field.path(), defect, field.remedy());
    }

    private static <E extends Enum<E>> E constantOf(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> wordOf(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is none of its values"));
    }

    private static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
