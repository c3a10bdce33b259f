package io.polygator.gsm.at;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One command line without its terminator: {@code AT+CREG?}. One command per line; chains hide which one failed.
 *
 * @param line begins with AT; printable ASCII only, at most {@value #MAX_LENGTH} characters
 */
public record AtCommand(String line) {
    /** Room for a USSD string of 182 characters written as UCS2 in hexadecimal. */
    public static final int MAX_LENGTH = 1024;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?");
    private static final Pattern DIALLED = Pattern.compile("(?<=^ATD).+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SECRET = Set.of("AT+CPIN", "AT+CPWD", "AT+CLCK");

    public AtCommand {
        if (!line.regionMatches(true, 0, "AT", 0, 2)) {
            throw new IllegalArgumentException("a command line must begin with AT");
        }
        if (line.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a command line may have " + MAX_LENGTH + " characters, this one has " + line.length());
        }
        if (!line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("a command line must be printable ASCII: encode the argument first");
        }
    }

    /** {@code AT+X}. */
    public static AtCommand execute(String name) {
        return new AtCommand("AT" + name);
    }

    /** {@code AT+X?}. */
    public static AtCommand read(String name) {
        return new AtCommand("AT" + name + "?");
    }

    /** {@code AT+X=…}. */
    public static AtCommand set(String name, String arguments) {
        return new AtCommand("AT" + name + "=" + arguments);
    }

    /** {@code AT+X=?}. */
    public static AtCommand test(String name) {
        return new AtCommand("AT" + name + "=?");
    }

    /** The part between AT and {@code ?} or {@code =}, in upper case: {@code +CREG}. */
    public String name() {
        int end = 2;
        while (end < line.length() && line.charAt(end) != '?' && line.charAt(end) != '=') {
            end++;
        }
        return line.substring(2, end).toUpperCase(Locale.ROOT);
    }

    /** Whether this dials, answers or hangs up, so that results such as {@code NO CARRIER} end it. */
    public boolean concernsCall() {
        return line.length() > 2 && "DAH".indexOf(Character.toUpperCase(line.charAt(2))) >= 0;
    }

    /** The line with everything that may be a number, a text or a PIN replaced by an ellipsis; safe to log. */
    @Override
    public String toString() {
        int equals = line.indexOf('=');
        if (equals >= 0 && SECRET.contains(line.substring(0, equals).toUpperCase(Locale.ROOT))) {
            return line.substring(0, equals) + "=…";
        }
        return DIALLED.matcher(QUOTED.matcher(line).replaceAll("\"…\"")).replaceAll("…");
    }
}
