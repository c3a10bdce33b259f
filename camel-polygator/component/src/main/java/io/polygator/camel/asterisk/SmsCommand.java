package io.polygator.camel.asterisk;

import java.util.regex.Pattern;

/** The command of Asterisk that puts a message into the queue of a channel. Pure functions. */
final class SmsCommand {
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");
    private static final int LONGEST_TEXT = 1_000;

    private SmsCommand() {}

    /**
     * The command. Number and text come from strangers: whatever they hold, the command has the same words.
     *
     * @param alias the channel's name in Asterisk
     * @throws IllegalArgumentException if it cannot be sent like this; without the text
     */
    static String of(String alias, String number, String text) {
        if (!ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException("the channel must be the alias of one in Asterisk, such as gsm1");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("the recipient must be a number: digits, with a plus sign before them");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("the text must have 1 to " + LONGEST_TEXT + " characters");
        }
        return "polygator channel gsm " + alias + " sms new " + number + " " + quoted(text);
    }

    /** As Asterisk splits a command into words: a backslash takes its meaning from the next character. A line is a command. */
    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
