package io.polygator.camel.polygator;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import java.util.regex.Pattern;

/** A recipient's number as people write it. */
final class Recipient {
    private static final int ISDN = 1;
    private static final Pattern WRITTEN = Pattern.compile("[\\s().-]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{3,14}");
    private static final Pattern DIALLED = Pattern.compile("[0-9*#]{1,20}");

    private Recipient() {}

    /**
     * Reads {@code +7 912 345-67-89}, a national number or a short code. Spaces, hyphens, dots and brackets are dropped.
     */
    static SmsAddress parse(String text) throws SubmitRefusedException {
        String number = WRITTEN.matcher(text).replaceAll("");
        if (INTERNATIONAL.matcher(number).matches()) {
            return new SmsAddress(TypeOfNumber.INTERNATIONAL, ISDN, number.substring(1));
        }
        if (DIALLED.matcher(number).matches()) {
            return new SmsAddress(TypeOfNumber.UNKNOWN, ISDN, number);
        }
        throw new SubmitRefusedException(
                "to", "to is no phone number: use an international one such as +79123456789, or up to 20 digits");
    }
}
