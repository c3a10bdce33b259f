package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, as {@code application/problem+json} (RFC 9457).
 *
 * @param type a URI that names the kind; {@code about:blank} when the title says all
 * @param title the meaning of the status
 * @param status the HTTP status
 * @param detail what is wrong with this request, in words
 * @param field the field of the request that is wrong
 * @param remedy what to do about it
 * @param retryAfter after how many seconds the same request may succeed; also the header Retry-After
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable String remedy,
        @Nullable Integer retryAfter) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The request is wrong in one field. */
    public static Problem wrongField(String field, String detail) {
        return new Problem("about:blank", "Bad request", 400, detail, field, null, null);
    }

    /** The request as a whole is wrong. */
    public static Problem badRequest(String detail) {
        return new Problem("about:blank", "Bad request", 400, detail, null, null, null);
    }

    public static Problem unauthorized(String detail, String remedy) {
        return new Problem("about:blank", "Unauthorized", 401, detail, null, remedy, null);
    }

    /** Whoever asks is known, and may not do this. */
    public static Problem forbidden(String detail, String remedy) {
        return new Problem("about:blank", "Forbidden", 403, detail, null, remedy, null);
    }

    public static Problem notFound(String detail) {
        return new Problem("about:blank", "Not found", 404, detail, null, null, null);
    }

    public static Problem methodNotAllowed(String detail) {
        return new Problem("about:blank", "Method not allowed", 405, detail, null, null, null);
    }

    /** The request came too late or too early for the state of what it names. */
    public static Problem conflict(String detail) {
        return new Problem("about:blank", "Conflict", 409, detail, null, null, null);
    }

    public static Problem tooLarge(String detail) {
        return new Problem("about:blank", "Content too large", 413, detail, null, null, null);
    }

    /**
     * Whoever asks has asked too much for now.
     *
     * @param retryAfter seconds, at least 1
     */
    public static Problem tooMany(String detail, int retryAfter) {
        return new Problem(
                "about:blank",
                "Too many requests",
                429,
                detail,
                null,
                "send the same request again after the time that Retry-After gives",
                retryAfter);
    }

    /** Something of ours failed; the log says more than the client may know. */
    public static Problem internal() {
        return new Problem(
                "about:blank",
                "Internal server error",
                500,
                "the request could not be handled",
                null,
                "try again later, or look into the gateway's log",
                null);
    }

    public static Problem unavailable(String detail, String remedy) {
        return new Problem("about:blank", "Service unavailable", 503, detail, null, remedy, null);
    }

    /** What is asked for cannot be done now, through no fault of the request. */
    public static Problem notNow(String detail, int retryAfter) {
        return new Problem(
                "about:blank",
                "Service unavailable",
                503,
                detail,
                null,
                "send the same request again after the time that Retry-After gives",
                retryAfter);
    }
}
