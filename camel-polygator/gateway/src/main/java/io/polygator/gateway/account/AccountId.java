package io.polygator.gateway.account;

import java.util.regex.Pattern;

/**
 * The name of an account: 1 to 15 letters, digits, dots, hyphens and underscores of ASCII, the first a letter or digit.
 * So it fits SMPP's system_id (SMPP 3.4 §5.2.1), a URL and a log line as it is. Upper and lower case differ.
 */
public record AccountId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,14}");

    public AccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "an account's name is 1 to 15 letters, digits, dots, hyphens and underscores");
        }
    }

    /** Whether a stranger's text could be the name of an account. */
    static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
