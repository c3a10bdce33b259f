package io.polygator.simulator.module;

import io.polygator.gsm.virtualmodem.UssdWriting;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answers of a network's USSD service. Immutable.
 *
 * @param entries what is answered to which text; answers within a dialogue are found under the texts typed so far, joined
 *     by blanks, as in {@code *101# 1}
 */
public record UssdMenu(Map<String, Reply> entries) {
    public UssdMenu {
        entries = Map.copyOf(entries);
    }

    /** A balance under *100#, a menu of two lines under *101#, and *102# that never answers. */
    public static UssdMenu demo() {
        return new UssdMenu(Map.of(
                "*100#", Reply.last("Balance 42.00 UAH"),
                "*101#", Reply.question("1 Balance\r\n2 Tariff > all"),
                "*101# 1", Reply.last("Balance 42.00 UAH"),
                "*101# 2", Reply.last("\u0422\u0430\u0440\u0438\u0444 \u0414\u0435\u043c\u043e"),
                "*102#", Reply.never()));
    }

    /** The same answers, written in another way between the quotes of +CUSD. */
    public UssdMenu writtenAs(UssdWriting writing) {
        return new UssdMenu(
                entries.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .writtenAs(writing))));
    }

    /** The answer to a dialogue, or nothing when the network does not know it. */
    Optional<Reply> reply(String dialogue) {
        return Optional.ofNullable(entries.get(dialogue));
    }

    /**
     * One answer.
     *
     * @param status the number of +CUSD (3GPP TS 27.007 §7.15), or -1 when no answer comes
     * @param writing how the module writes it
     */
    public record Reply(int status, String text, UssdWriting writing) {
        /** Ends the dialogue. */
        public static Reply last(String text) {
            return of(0, text);
        }

        /** Asks for another text. */
        public static Reply question(String text) {
            return of(1, text);
        }

        /** Nothing is ever answered. */
        public static Reply never() {
            return of(-1, "");
        }

        /** The network does not know what was asked. */
        static Reply unknown() {
            return of(4, "");
        }

        private static Reply of(int status, String text) {
            return new Reply(status, text, UssdWriting.CHARACTER_SET);
        }

        Reply writtenAs(UssdWriting other) {
            return new Reply(status, text, other);
        }
    }
}
