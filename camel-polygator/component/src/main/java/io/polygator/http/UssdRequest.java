package io.polygator.http;

import java.util.Set;

/** The body of {@code POST /v1/channels/NAME/ussd}. */
public record UssdRequest(String code) {
    /** The longest USSD string in octets of 7-bit text (3GPP TS 23.038 §5.1). */
    private static final int LONGEST = 182;

    public static UssdRequest read(String json) throws ProblemException {
        String code = RequestFields.read(json, Set.of("code"))
                .text("code")
                .map(String::strip)
                .orElse("");
        if (code.isEmpty() || code.length() > LONGEST) {
            throw RequestFields.wrong("code", "code must have 1 to " + LONGEST + " characters, such as *100#");
        }
        return new UssdRequest(code);
    }
}
