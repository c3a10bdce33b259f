package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandRequest.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes the body of a command line apart into its commands (ITU-T V.250 §5.2 to §5.4). */
final class CommandLine {
    private static final String EXTENDED_PREFIXES = "+*%$^#";

    private final String body;
    private final List<CommandRequest> commands = new ArrayList<>();
    private int position;

    private CommandLine(String body) {
        this.body = body;
    }

    /**
     * The commands in their order; none for a bare AT.
     *
     * @param body what follows AT
     * @throws CommandRefused if the line is no sequence of commands
     */
    static List<CommandRequest> parse(String body) throws CommandRefused {
        CommandLine line = new CommandLine(body);
        while (line.skipSeparators()) {
            line.commands.add(line.next());
        }
        return line.commands;
    }

    private boolean skipSeparators() {
        while (position < body.length() && (body.charAt(position) == ' ' || body.charAt(position) == ';')) {
            position++;
        }
        return position < body.length();
    }

    private CommandRequest next() throws CommandRefused {
        char first = Character.toUpperCase(body.charAt(position));
        if (EXTENDED_PREFIXES.indexOf(first) >= 0) {
            return extended(untilSemicolon());
        }
        if (first == 'D') {
            position++;
            return new CommandRequest("D", Form.EXECUTE, body.substring(takeRest()));
        }
        return basic();
    }

    private int takeRest() {
        int start = position;
        position = body.length();
        return start;
    }

    private String untilSemicolon() {
        int start = position;
        boolean quoted = false;
        while (position < body.length() && (quoted || body.charAt(position) != ';')) {
            quoted ^= body.charAt(position) == '"';
            position++;
        }
        return body.substring(start, position).strip();
    }

    private static CommandRequest extended(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return text.endsWith("?")
                    ? new CommandRequest(upper(text.substring(0, text.length() - 1)), Form.READ, "")
                    : new CommandRequest(upper(text), Form.EXECUTE, "");
        }
        String name = upper(text.substring(0, equals));
        String argument = text.substring(equals + 1).strip();
        return argument.equals("?")
                ? new CommandRequest(name, Form.TEST, "")
                : new CommandRequest(name, Form.SET, argument);
    }

    private CommandRequest basic() throws CommandRefused {
        String name = basicName();
        String digits = digits();
        if (!name.equals("S")) {
            return new CommandRequest(name, Form.EXECUTE, digits);
        }
        if (takes('?')) {
            return new CommandRequest("S" + digits, Form.READ, "");
        }
        return takes('=')
                ? new CommandRequest("S" + digits, Form.SET, digits())
                : new CommandRequest("S" + digits, Form.EXECUTE, "");
    }

    private String basicName() throws CommandRefused {
        int start = position;
        takes('&');
        if (position >= body.length() || !isLetter(body.charAt(position))) {
            throw CommandRefused.error();
        }
        position++;
        return upper(body.substring(start, position));
    }

    private String digits() {
        int start = position;
        while (position < body.length() && Character.isDigit(body.charAt(position))) {
            position++;
        }
        return body.substring(start, position);
    }

    private boolean takes(char expected) {
        boolean found = position < body.length() && body.charAt(position) == expected;
        position += found ? 1 : 0;
        return found;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
