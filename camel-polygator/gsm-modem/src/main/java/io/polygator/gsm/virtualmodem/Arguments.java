package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.AtArguments;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** The arguments of a set command; asking for one that is missing or wrong refuses the command. */
public final class Arguments {
    private final AtArguments fields;

    private Arguments(AtArguments fields) {
        this.fields = fields;
    }

    static Arguments parse(String text) {
        return new Arguments(AtArguments.parse(text));
    }

    /** How many there are, empty ones included. */
    public int count() {
        return fields.size();
    }

    /** Whether the argument was left out or is empty. */
    public boolean isMissing(int index) {
        return fields.text(index).filter(text -> !text.isEmpty()).isEmpty();
    }

    /**
     * The argument without quotes.
     *
     * @throws CommandRefused if it is missing
     */
    public String text(int index) throws CommandRefused {
        return fields.text(index).filter(text -> !text.isEmpty()).orElseThrow(CommandRefused::error);
    }

    /**
     * The argument as a number.
     *
     * @throws CommandRefused if it is missing, no number, or out of range
     */
    public int number(int index, int lowest, int highest) throws CommandRefused {
        OptionalInt number = fields.number(index);
        if (number.isEmpty() || number.getAsInt() < lowest || number.getAsInt() > highest) {
            throw CommandRefused.error();
        }
        return number.getAsInt();
    }

    /** Whether the argument is a number of this kind. */
    public boolean hasNumber(int index, IntPredicate kind) {
        OptionalInt number = fields.number(index);
        return number.isPresent() && kind.test(number.getAsInt());
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
