package io.polygator.http.kannel;

/**
 * What smsbox answers to a request.
 *
 * @param status of HTTP
 * @param text the body, as clients compare it
 */
public record KannelAnswer(int status, String text) {
    /** The message is taken. */
    public static final KannelAnswer ACCEPTED = new KannelAnswer(202, "0: Accepted for delivery");

    /** The message is taken, and waits until a channel is there again. */
    public static final KannelAnswer QUEUED = new KannelAnswer(202, "3: Queued for later delivery");

    public static final KannelAnswer AUTHORIZATION_FAILED = new KannelAnswer(403, "Authorization failed for sendsms");

    /** No channel may take the message, now or later. */
    public static final KannelAnswer NOT_ROUTABLE = new KannelAnswer(403, "Not routable. Do not try again.");

    /** The message is not taken, and the same request may succeed later. */
    public static final KannelAnswer TRY_LATER = new KannelAnswer(503, "Temporal failure, try again later.");

    public static final KannelAnswer RECIPIENTS_DENIED =
            new KannelAnswer(400, "Number(s) has/have been denied by white- and/or black-lists.");

    public static final KannelAnswer CONTENT_TYPE = new KannelAnswer(400, "Invalid content-type");

    /** A type that Kannel knows in other places only. */
    public static final KannelAnswer UNSUPPORTED_TYPE = new KannelAnswer(415, "Unsupported content-type, rejected");

    /** Our own fault; the log says more. */
    public static final KannelAnswer FAILED = new KannelAnswer(500, "Sending failed.");

    /** A field cannot be read, or its value is out of range. */
    public static KannelAnswer misformed(String field) {
        return rejected(field + " misformed");
    }

    /** Something else is wrong with the request, and no retry helps. */
    public static KannelAnswer rejected(String reason) {
        return new KannelAnswer(400, reason + ", rejected");
    }

    /** The same with more behind the text. */
    KannelAnswer with(String more) {
        return new KannelAnswer(status, text + more);
    }
}
