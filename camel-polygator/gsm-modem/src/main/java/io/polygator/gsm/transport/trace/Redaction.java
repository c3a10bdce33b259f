package io.polygator.gsm.transport.trace;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what is private out of a line of an AT dialogue. Shown is only what is known to be harmless: names of commands
 * and results, short numbers, and the fixed words of the dialogue. Everything else is replaced by its kind and length,
 * so that a line nobody thought of hides too much and never too little.
 */
final class Redaction {
    /** Commands whose arguments are secrets: +CPIN, +CPWD, +CLCK and their relatives of every vendor. */
    private static final Pattern SECRET = Pattern.compile("PIN|PUK|PWD|CLCK");

    private static final Pattern COMMAND = Pattern.compile("AT[+^$*%#&]?([A-Z0-9]{0,12})");
    private static final Pattern QUERY = Pattern.compile("\\?|=\\?|");
    private static final Pattern ANSWER = Pattern.compile("([+^$*%#])([A-Z]{1,12}):(.*)", Pattern.DOTALL);
    private static final Pattern ERROR = Pattern.compile("\\+CM[ES] ERROR: ?(\\d{1,4}|[A-Za-z][A-Za-z ()/-]{0,59})");
    private static final Pattern MODULE = Pattern.compile("(Quectel|QUECTEL|SIMCOM)_\\w{1,12}|Revision: ?[\\w.]{1,24}");
    private static final Pattern SHORT_NUMBER = Pattern.compile("[ (]*(-?\\d{1,4}(-\\d{1,3})?)?[ )]*");
    private static final Pattern LONG_NUMBER = Pattern.compile(" *\\+?\\d{5,24} *");
    private static final Pattern HAS_LONG_NUMBER = Pattern.compile("\\d{5}");
    private static final Pattern OCTETS = Pattern.compile("([0-9A-Fa-f]{2}){8,}");

    private static final Set<String> FIXED_LINES = Set.of(
            "OK",
            "ERROR",
            "RING",
            "NO CARRIER",
            "NO ANSWER",
            "NO DIALTONE",
            "BUSY",
            "CONNECT",
            "RDY",
            "START",
            "Call Ready",
            "SMS Ready",
            "NORMAL POWER DOWN",
            "UNDER-VOLTAGE WARNNING",
            "UNDER-VOLTAGE POWER DOWN",
            "OVER-VOLTAGE WARNNING",
            "OVER-VOLTAGE POWER DOWN");

    private static final Set<String> FIXED_WORDS = Set.of(
            "READY",
            "NOT READY",
            "NOT INSERTED",
            "SIM PIN",
            "SIM PIN2",
            "SIM PUK",
            "SIM PUK2",
            "PH-SIM PIN",
            "SM",
            "ME",
            "MT",
            "BM",
            "SR",
            "GSM",
            "UCS2",
            "IRA",
            "HEX",
            "SMS DONE",
            "?",
            "");

    private Redaction() {}

    /** What we tell the modem to do. */
    static String ofCommand(String line) {
        int argumentsFrom = line.indexOf('=') + 1;
        String head = argumentsFrom > 0 ? line.substring(0, argumentsFrom - 1) : line;
        if (line.startsWith("ATD")) {
            return "ATD" + hiddenLength(line.length() - 3);
        }
        Matcher command = COMMAND.matcher(head);
        if (!command.lookingAt()) {
            return ofPayload(line);
        }
        if (argumentsFrom == 0) {
            String rest = head.substring(command.end());
            return QUERY.matcher(rest).matches() && !hasLongNumber(head)
                    ? head
                    : "AT" + hiddenLength(line.length() - 2);
        }
        if (command.end() != head.length() || hasLongNumber(head)) {
            return ofPayload(line);
        }
        String arguments = line.substring(argumentsFrom);
        // Searched in the whole line, since commands can be chained.
        return SECRET.matcher(line).find() && !arguments.equals("?")
                ? head + "=" + hiddenLength(arguments.length())
                : head + "=" + arguments(command.group(1), arguments);
    }

    /** What the modem says. */
    static String ofAnswer(String line) {
        if (FIXED_LINES.contains(line)
                || ERROR.matcher(line).matches()
                || (MODULE.matcher(line).matches() && !hasLongNumber(line))) {
            return line;
        }
        Matcher answer = ANSWER.matcher(line);
        if (answer.matches()) {
            return answer.group(1) + answer.group(2) + ":" + arguments(answer.group(2), answer.group(3));
        }
        return LONG_NUMBER.matcher(line).matches() ? maskedNumber(line) : ofPayload(line);
    }

    /** A message, in whatever form. */
    static String ofPayload(String line) {
        return OCTETS.matcher(line).matches()
                ? "(PDU of " + line.length() / 2 + " octets)"
                : hiddenLength(line.length());
    }

    private static String arguments(String name, String arguments) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (from < arguments.length()) {
            char character = arguments.charAt(from);
            int to;
            if (character == ',') {
                to = from + 1;
                shown.append(',');
            } else if (character == '"') {
                to = endOfQuoted(arguments, from);
                shown.append(quoted(name, arguments.substring(from, to)));
            } else {
                to = endOfUnquoted(arguments, from);
                shown.append(unquoted(arguments.substring(from, to)));
            }
            from = to;
        }
        return shown.toString();
    }

    private static int endOfQuoted(String text, int from) {
        int closing = text.indexOf('"', from + 1);
        return closing < 0 ? text.length() : closing + 1;
    }

    private static int endOfUnquoted(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) != ',' && text.charAt(to) != '"') {
            to++;
        }
        return to;
    }

    private static String quoted(String name, String withQuotes) {
        String value = withQuotes.substring(1).replace("\"", "");
        if (FIXED_WORDS.contains(value)) {
            return withQuotes;
        }
        // In a USSD dialogue a number may be an answer that is nobody's business, such as an amount or a code.
        boolean number = !name.equals("CUSD") && LONG_NUMBER.matcher(value).matches();
        return '"' + (number ? maskedNumber(value) : hiddenLength(value.length())) + '"';
    }

    private static String unquoted(String value) {
        if (FIXED_WORDS.contains(value.strip()) || SHORT_NUMBER.matcher(value).matches()) {
            return value;
        }
        String padding = value.startsWith(" ") ? " " : "";
        if (LONG_NUMBER.matcher(value).matches()) {
            return padding + maskedNumber(value);
        }
        return padding + ofPayload(value.strip());
    }

    private static boolean hasLongNumber(String text) {
        return HAS_LONG_NUMBER.matcher(text).find();
    }

    private static String maskedNumber(String number) {
        String digits = number.strip();
        return "…" + digits.substring(digits.length() - 2);
    }

    private static String hiddenLength(int characters) {
        return "(" + characters + " characters)";
    }
}
