package io.polygator.gsm.virtualmodem;

import java.util.ArrayList;
import java.util.List;

/** The comma-separated arguments of a set command, quotes removed (ITU-T V.250 §5.4.2). */
public final class Arguments {
    private static final int LONGEST_NUMBER = 9;

    private final List<String> values;

    private Arguments(List<String> values) {
        this.values = values;
    }

    static Arguments parse(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return new Arguments(List.copyOf(values));
    }

    /** How many there are, empty ones included. */
    public int count() {
        return values.size();
    }

    /** Whether the argument was left out or is empty. */
    public boolean isMissing(int index) {
        return index >= values.size() || values.get(index).isEmpty();
    }

    /**
     * The argument without quotes.
     *
     * @throws CommandRefused if it is missing
     */
    public String text(int index) throws CommandRefused {
        if (isMissing(index)) {
            throw CommandRefused.error();
        }
        return values.get(index);
    }

    /**
     * The argument as a number.
     *
     * @throws CommandRefused if it is missing, no number, or out of range
     */
    public int number(int index, int lowest, int highest) throws CommandRefused {
        String text = text(index);
        if (text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw CommandRefused.error();
        }
        int number = Integer.parseInt(text);
        if (number < lowest || number > highest) {
            throw CommandRefused.error();
        }
        return number;
    }

    /**
     * The argument as a number, or the other value when it is missing.
     *
     * @throws CommandRefused if it is no number or out of range
     */
    public int numberOr(int index, int lowest, int highest, int otherwise) throws CommandRefused {
        return isMissing(index) ? otherwise : number(index, lowest, highest);
    }
}
