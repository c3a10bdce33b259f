package io.polygator.gsm.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What follows the colon of a response or the {@code =} of a command: fields between commas (ITU-T V.250 §5.4.2).
 * Commas inside quotes and inside parentheses do not separate; a quote that is never closed reaches to the end.
 */
public record AtArguments(List<Field> fields) {

    /**
     * One field.
     *
     * @param value without quotes and without blanks around it
     * @param quoted whether it stood in quotes
     */
    public record Field(String value, boolean quoted) {}

    public AtArguments {
        fields = List.copyOf(fields);
    }

    /** Splits any text; never fails. Text that is blank has no fields, a lone comma separates two empty ones. */
    public static AtArguments parse(String text) {
        return text.isBlank() ? new AtArguments(List.of()) : new AtArguments(new Splitter(text).split());
    }

    /**
     * Puts the text in quotes.
     *
     * @throws IllegalArgumentException if it holds a quote or a control character, which no module can read back
     */
    public static String quote(String text) {
        if (text.chars().anyMatch(c -> c == '"' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("a quoted argument may hold neither quotes nor control characters");
        }
        return '"' + text + '"';
    }

    /** The number of fields, the empty ones included. */
    public int size() {
        return fields.size();
    }

    /** The field's text; empty when the field is missing or empty and not quoted. */
    public Optional<String> text(int index) {
        return field(index)
                .filter(field -> field.quoted || !field.value.isEmpty())
                .map(Field::value);
    }

    /** The field as a decimal number, quoted or not; empty when it is missing or no number of up to nine digits. */
    public OptionalInt number(int index) {
        return field(index).map(field -> decimal(field.value)).orElse(OptionalInt.empty());
    }

    /** The field as a hexadecimal number of up to seven digits: location area and cell. */
    public OptionalInt hexNumber(int index) {
        return field(index)
                .map(Field::value)
                .filter(value -> value.matches("[0-9A-Fa-f]{1,7}"))
                .map(value -> OptionalInt.of(Integer.parseInt(value, 16)))
                .orElse(OptionalInt.empty());
    }

    /** Whether the field exists and stood in quotes. */
    public boolean isQuoted(int index) {
        return field(index).map(Field::quoted).orElse(false);
    }

    private Optional<Field> field(int index) {
        return index >= 0 && index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
    }

    private static OptionalInt decimal(String value) {
        return value.matches("[+-]?[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    /** Walks once over the text. */
    private static final class Splitter {
        private final String text;
        private final List<Field> fields = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private boolean quoted;
        private boolean insideQuotes;
        private int depth;

        Splitter(String text) {
            this.text = text;
        }

        List<Field> split() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' && depth == 0) {
                    onQuote();
                } else if (insideQuotes) {
                    value.append(c);
                } else if (c == ',' && depth == 0) {
                    endField();
                } else if (!quoted || c != ' ') { // blanks between a closing quote and the comma say nothing
                    depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
                    value.append(c);
                }
            }
            endField();
            return fields;
        }

        private void onQuote() {
            if (!quoted && value.toString().isBlank()) {
                value.setLength(0);
            }
            quoted = true;
            insideQuotes = !insideQuotes;
        }

        private void endField() {
            fields.add(new Field(quoted ? value.toString() : value.toString().trim(), quoted));
            value.setLength(0);
            quoted = false;
            insideQuotes = false;
        }
    }
}
