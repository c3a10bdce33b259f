package io.polygator.http;

import java.util.Set;

/** The bodies of requests about USSD. */
public record UssdRequest(String channel, String code) {
    /** The longest USSD string in octets of 7-bit text (3GPP TS 23.038 §5.1). */
    private static final int LONGEST = 182;

    private static final int LONGEST_CHANNEL = 64;

    /** Reads the body of {@code POST /v1/channels/NAME/ussd}. */
    public static UssdRequest read(String channel, String json) throws ProblemException {
        return new UssdRequest(channel, text("code", RequestFields.read(json, Set.of("code"))));
    }

    /** Reads the body of {@code POST /v1/ussd-sessions}. */
    public static UssdRequest opening(String json) throws ProblemException {
        RequestFields fields = RequestFields.read(json, Set.of("channel", "code"));
        String channel = fields.text("channel").map(String::strip).orElse("");
        if (channel.isEmpty() || channel.length() > LONGEST_CHANNEL) {
            throw RequestFields.wrong(
                    "channel", "channel must have 1 to " + LONGEST_CHANNEL + " characters, such as g8-3");
        }
        return new UssdRequest(channel, text("code", fields));
    }

    /** Reads the body of {@code POST /v1/ussd-sessions/ID}: the answer to the network's question. */
    public static String answer(String json) throws ProblemException {
        return text("text", RequestFields.read(json, Set.of("text")));
    }

    private static String text(String field, RequestFields fields) throws ProblemException {
        String text = fields.text(field).map(String::strip).orElse("");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw RequestFields.wrong(field, field + " must have 1 to " + LONGEST + " characters, such as *100# or 1");
        }
        return text;
    }
}
