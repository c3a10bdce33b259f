package io.polygator.camel.polygator;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gsm.sms.tpdu.SmsAddress;

/** The recipient's number as people write it. */
final class Recipient {

    private Recipient() {}

    /** Reads {@code +7 912 345-67-89}, a national number or a short code. */
    static SmsAddress parse(String text) throws SubmitRefusedException {
        try {
            return SmsAddress.ofDestination(text);
        } catch (IllegalArgumentException e) {
            throw new SubmitRefusedException("to", "to is no phone number: " + e.getMessage());
        }
    }
}
