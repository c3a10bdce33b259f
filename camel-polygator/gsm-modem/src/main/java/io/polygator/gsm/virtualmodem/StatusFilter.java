package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which messages AT+CMGL is about: a number in PDU mode, words in text mode (3GPP TS 27.005 §3.1, {@code stat}). */
record StatusFilter(Set<MessageStatus> wanted) {
    private static final int ALL = 4;
    private static final String ALL_WORD = "ALL";

    /**
     * The filter in the first argument; without one, what was not read yet.
     *
     * @throws CommandRefused if the argument is none
     */
    static StatusFilter of(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        if (arguments.isMissing(0)) {
            return new StatusFilter(Set.of(MessageStatus.RECEIVED_UNREAD));
        }
        return command.settings().textMode ? ofText(arguments.text(0)) : ofNumber(arguments.number(0, 0, ALL));
    }

    private static StatusFilter ofNumber(int number) {
        return number == ALL ? all() : new StatusFilter(Set.of(MessageStatus.ofNumber(number)));
    }

    private static StatusFilter ofText(String word) throws CommandRefused {
        if (word.equalsIgnoreCase(ALL_WORD)) {
            return all();
        }
        return ofWord(word)
                .map(status -> new StatusFilter(Set.of(status)))
                .orElseThrow(() -> CommandRefused.cms(CommandRefused.INVALID_TEXT));
    }

    private static StatusFilter all() {
        return new StatusFilter(EnumSet.allOf(MessageStatus.class));
    }

    static Optional<MessageStatus> ofWord(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(MessageStatus.values())
                .filter(status -> status.word().equals(upper))
                .findFirst();
    }

    /** What AT+CMGL=? lists. */
    static String choices(AtSettings settings) {
        if (!settings.textMode) {
            return "(0-4)";
        }
        List<String> words =
                Arrays.stream(MessageStatus.values()).map(MessageStatus::word).collect(Collectors.toList());
        words.add(ALL_WORD);
        return "(\"" + String.join("\",\"", words) + "\")";
    }

    boolean matches(StoredMessage message) {
        return wanted.contains(message.status());
    }
}
