package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import io.polygator.gsm.octets.Octets;
import java.util.List;

/** The character sets of AT+CSCS: how texts stand between quotes (3GPP TS 27.007 §5.5). */
final class CharacterSets {
    static final List<String> NAMES = List.of("GSM", "HEX", "IRA", "PCCP437", "PCDN", "8859-1", "UCS2");
    private static final String UCS2 = "UCS2";

    private CharacterSets() {}

    static String encode(String text, Command command) {
        return encode(text, command.settings().characterSet);
    }

    static String encode(String text, String characterSet) {
        return characterSet.equals(UCS2)
                ? Octets.copyOf(text.getBytes(UTF_16BE)).toString()
                : text;
    }

    /**
     * What the client's quoted text means.
     *
     * @throws CommandRefused if the set is UCS2 and the text no hexadecimal
     */
    static String decode(String quoted, String characterSet) throws CommandRefused {
        if (!characterSet.equals(UCS2)) {
            return quoted;
        }
        try {
            return new String(Octets.ofHex(quoted).toByteArray(), UTF_16BE);
        } catch (IllegalArgumentException e) {
            throw CommandRefused.cme(25);
        }
    }
}
