package io.polygator.gateway.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended: what is listed after it was accepted, or came in, earlier, or at the same moment with a smaller
 * id. It needs no message to exist, so paging goes on when that has been forgotten meanwhile.
 *
 * @param at in milliseconds, as stores keep times
 */
public record PageMark(Instant at, MessageId id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})-(\\d{1,20})");

    /** The written form, to be given back unchanged. */
    public String format() {
        return at.toEpochMilli() + "-" + id;
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PageMark parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is not the end of a page");
        }
        try {
            return new PageMark(Instant.ofEpochMilli(Long.parseLong(form.group(1))), new MessageId(form.group(2)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not the end of a page", e);
        }
    }
}
