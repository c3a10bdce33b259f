package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, as {@code application/problem+json} (RFC 9457).
 *
 * @param type a URI that names the kind; {@code about:blank} when title and code say all
 * @param code the kind for programs: it stays the same when the words change
 * @param title the meaning of the status
 * @param status the HTTP status
 * @param detail what is wrong with this request, in words
 * @param field the field of the request that is wrong; {@code body} for the body as a whole
 * @param remedy what to do about it
 * @param retryAfter after how many seconds the same request may succeed; also the header Retry-After
 * @param expectedAt when a message would leave that is refused since it would be too late
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
        String type,
        String code,
        String title,
        int status,
        String detail,
        @Nullable String field,
        String remedy,
        @Nullable Integer retryAfter,
        @Nullable String expectedAt) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String BLANK = "about:blank";
    private static final String LATER = "send the same request again after the time that Retry-After gives";

    /** The request is wrong in one field. */
    public static Problem wrongField(String field, String detail) {
        return of(
                "invalid_field", "Bad request", 400, detail, field, "correct " + field + " and send the request again");
    }

    /** The body as a whole is wrong. */
    static Problem wrongBody(String detail) {
        return of("invalid_body", "Bad request", 400, detail, "body", "send one JSON object in UTF-8");
    }

    /** The request as a whole is wrong. */
    public static Problem badRequest(String detail) {
        return of("invalid_request", "Bad request", 400, detail, null, "correct the request and send it again");
    }

    public static Problem unauthorized(String detail, String remedy) {
        return of("unauthorized", "Unauthorized", 401, detail, "Authorization", remedy);
    }

    /** Whoever asks is known, and may not do this. */
    public static Problem forbidden(String detail, String remedy) {
        return of("forbidden", "Forbidden", 403, detail, null, remedy);
    }

    public static Problem notFound(String detail) {
        return of("not_found", "Not found", 404, detail, null, "look at the name or number in the path");
    }

    public static Problem methodNotAllowed(String detail) {
        return of("method_not_allowed", "Method not allowed", 405, detail, null, "use a method that Allow names");
    }

    /**
     * The request came too late or too early for the state of what it names.
     *
     * @param code what kind of state
     */
    public static Problem conflict(String code, String detail, String remedy) {
        return of(code, "Conflict", 409, detail, null, remedy);
    }

    public static Problem tooLarge(String detail) {
        return of("too_large", "Content too large", 413, detail, "body", "send less at once");
    }

    /** A query that is too long. */
    public static Problem targetTooLong(String detail) {
        return of("uri_too_long", "URI too long", 414, detail, null, "send a long text in the body of a POST");
    }

    public static Problem headersTooLarge(String detail) {
        return of(
                "headers_too_large",
                "Request header fields too large",
                431,
                detail,
                null,
                "send fewer or shorter headers: tokens and cookies of others do not belong here");
    }

    /** The body is of a kind that is not read here. */
    public static Problem unsupportedMediaType(String detail) {
        return of(
                "unsupported_media_type",
                "Unsupported media type",
                415,
                detail,
                "Content-Type",
                "send the header Content-Type: application/json");
    }

    /** The message would not leave before its validity ends. */
    public static Problem tooLate(String detail, Instant expectedAt) {
        return new Problem(
                BLANK,
                "would_expire",
                "Unprocessable content",
                422,
                detail,
                "validity",
                "give a longer validity or more channels, or send it later",
                null,
                expectedAt.toString());
    }

    /**
     * Whoever asks has asked too much for now.
     *
     * @param code what there was too much of
     * @param retryAfter seconds, at least 1
     */
    public static Problem tooMany(String code, String detail, int retryAfter) {
        return new Problem(BLANK, code, "Too many requests", 429, detail, null, LATER, retryAfter, null);
    }

    /** Something of ours failed; the log says more than the client may know. */
    public static Problem internal() {
        return of(
                "internal",
                "Internal server error",
                500,
                "the request could not be handled",
                null,
                "try again later, or look into the gateway's log");
    }

    public static Problem unavailable(String detail, String remedy) {
        return of("not_configured", "Service unavailable", 503, detail, null, remedy);
    }

    /** What is asked for cannot be done now, through no fault of the request. */
    public static Problem notNow(String detail, int retryAfter) {
        return new Problem(BLANK, "unavailable", "Service unavailable", 503, detail, null, LATER, retryAfter, null);
    }

    private static Problem of(
            String code, String title, int status, String detail, @Nullable String field, String remedy) {
        return new Problem(BLANK, code, title, status, detail, field, remedy, null, null);
    }
}
