package io.polygator.gsm.at;

import java.util.Optional;

/** One line from the modem, told apart by its form alone; whose it is, only the dialogue knows. */
public sealed interface AtLine {

    /** The line as it came, without surrounding blanks. */
    String text();

    /** A line that ends an answer. */
    record Final(String text, FinalResult result) implements AtLine {}

    /**
     * A line that says what it is about: {@code +CREG: 0,1}, {@code *PSUTTZ: …}, {@code +PACSP1}.
     *
     * @param name the part before the colon, or the whole line when there is none
     * @param arguments the part after the colon, trimmed, possibly empty
     */
    record Named(String text, String name, String arguments) implements AtLine {

        /** Splits a line at its colon. */
        public static Named of(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Named(text, text, "")
                    : new Named(
                            text,
                            text.substring(0, colon).trim(),
                            text.substring(colon + 1).trim());
        }
    }

    /** Anything else: identity numbers, PDUs, {@code RING}. */
    record Text(String text) implements AtLine {

        /** Whether this can be a PDU: an even number of hexadecimal digits. */
        public boolean isHexadecimal() {
            return text.length() % 2 == 0 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        }
    }

    /** Recognises the form of the line; blanks around it do not matter. */
    static AtLine of(String line) {
        String text = line.trim();
        Optional<FinalResult> result = FinalResult.parse(text);
        if (result.isPresent()) {
            return new Final(text, result.get());
        }
        boolean named = !text.isEmpty() && "+*^$%".indexOf(text.charAt(0)) >= 0;
        return named ? Named.of(text) : new Text(text);
    }
}
