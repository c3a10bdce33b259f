package io.polygator.camel.door;

import io.polygator.gsm.sms.concat.Concatenation;

/**
 * What segments have in common that a client cut itself. They leave by one SIM and in order: a phone joins only what
 * comes from one number.
 */
public final class Together {
    private Together() {}

    /**
     * The value of the header TOGETHER.
     *
     * @param conversation who sends to whom
     */
    public static String key(Concatenation concatenation, String... conversation) {
        return String.join("|", conversation)
                + "|" + concatenation.reference().value()
                + "|" + concatenation.reference().width()
                + "|" + concatenation.total();
    }
}
