package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.util.Optional;

/** Validity periods in text mode: a number, a time, or seven octets in hexadecimal (3GPP TS 27.005 §3.1, {@code vp}). */
final class ValidityText {
    private static final int ENHANCED_DIGITS = 14;

    private ValidityText() {}

    static String of(ValidityPeriod validity) {
        if (validity instanceof ValidityPeriod.Relative relative) {
            return Integer.toString(relative.octet());
        }
        if (validity instanceof ValidityPeriod.Absolute absolute) {
            return '"' + TimeText.of(absolute.until()) + '"';
        }
        return validity instanceof ValidityPeriod.Enhanced enhanced
                ? '"' + enhanced.octets().toString() + '"'
                : "";
    }

    /**
     * Reads the argument.
     *
     * @throws CommandRefused if it is none of the three forms
     */
    static ValidityPeriod parse(Arguments arguments, int index) throws CommandRefused {
        String text = arguments.text(index);
        if (text.matches("[0-9]{1,3}")) {
            return new ValidityPeriod.Relative(arguments.number(index, 0, 255));
        }
        Optional<ServiceCentreTimestamp> until = TimeText.parse(text);
        if (until.isPresent()) {
            return new ValidityPeriod.Absolute(until.get());
        }
        if (text.length() == ENHANCED_DIGITS) {
            return new ValidityPeriod.Enhanced(
                    CharacterSet.ofHex(text).orElseThrow(() -> CommandRefused.cms(CommandRefused.INVALID_TEXT)));
        }
        throw CommandRefused.cms(CommandRefused.INVALID_TEXT);
    }
}
