package io.polygator.gsm.modem;

import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.alphabet.UssdText.Form;
import java.util.regex.Pattern;

/** How USSD texts are written with one of the character sets of AT+CSCS (3GPP TS 27.007 §5.5, §7.15). */
enum UssdSpelling {
    GSM(Form.PLAIN),
    UCS2(Form.UCS2);

    /** The same in ASCII and in the GSM alphabet. */
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z*#+ .,:;?!()'/%&<=>-]+");

    private final Form form;

    UssdSpelling(Form form) {
        this.form = form;
    }

    /** What to expect of the network's texts while this character set is in force. */
    Form form() {
        return form;
    }

    /** Whether this character set can carry the text. */
    boolean canSpell(String text) {
        return this == UCS2 || PLAIN.matcher(text).matches();
    }

    /** The text as it stands between the quotes of AT+CUSD. */
    String spell(String text) {
        return this == UCS2 ? Ucs2.encode(text).toString() : text;
    }
}
