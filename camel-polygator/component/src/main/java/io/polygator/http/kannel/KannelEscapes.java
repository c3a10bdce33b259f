package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** Puts an event into a URL, as {@code dlr-url} and {@code get-url} want it. Pure functions. */
public final class KannelEscapes {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd+HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String UNRESERVED = "-_.!~*'()";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final String NOTHING = "RuvV";

    private final KannelEvent event;
    private final List<String> words;
    private int next = 1;

    private KannelEscapes(KannelEvent event) {
        this.event = event;
        this.words = words(event.text());
    }

    private static List<String> words(Octets text) {
        String latin = latin(text).strip();
        return latin.isEmpty() ? List.of() : Arrays.asList(latin.split("[ \\t\\n\\x0B\\f\\r]+"));
    }

    /**
     * The pattern with every code replaced; a code that Kannel does not know stands as it is.
     *
     * @param pattern a URL with codes such as {@code %d}
     */
    public static String fill(String pattern, KannelEvent event) {
        return new KannelEscapes(event).fill(pattern);
    }

    private String fill(String pattern) {
        StringBuilder filled = new StringBuilder(pattern.length() + 64);
        for (int index = 0; index < pattern.length(); index++) {
            char character = pattern.charAt(index);
            if (character == '%' && index + 1 < pattern.length()) {
                index++;
                filled.append(value(pattern.charAt(index)));
            } else {
                filled.append(character);
            }
        }
        return filled.toString();
    }

    private String value(char code) {
        return switch (code) {
            case 'a' -> joined(0);
            case 'A', 'b' -> encoded(latin(event.text()));
            case 'B' -> text(event.billing());
            case 'c' -> String.valueOf(event.coding());
            case 'C' -> event.charset();
            case 'd' -> String.valueOf(event.dlr());
            case 'D' -> text(event.metaData());
            case 'e' -> event.text().toString();
            case 'F', 'I' -> event.id();
            case 'i' -> text(event.channel());
            case 'k' -> words.isEmpty() ? "" : encoded(words.get(0));
            case 'm' -> String.valueOf(event.messageClass().orElse(-1));
            case 'M' -> "-1";
            case 'n' -> text(event.service());
            case 'o' -> text(event.account());
            case 'O' -> dataCoding();
            case 'p' -> text(event.phone());
            case 'P' -> text(event.own());
            case 'q' -> international(event.phone());
            case 'Q' -> international(event.own());
            case 'r' -> joined(next);
            case 's' -> next < words.size() ? encoded(words.get(next++)) : "";
            case 'S' -> next < words.size() ? encoded(words.get(next++).replace('*', '~')) : "";
            case 't' -> TIME.format(event.at());
            case 'T' -> String.valueOf(event.at().getEpochSecond());
            case 'f' -> "";
            case '%' -> "%";
            default -> NOTHING.indexOf(code) >= 0 ? "" : "%" + code;
        };
    }

    private String joined(int from) {
        return from >= words.size()
                ? ""
                : String.join(
                        "+",
                        words.subList(from, words.size()).stream()
                                .map(KannelEscapes::encoded)
                                .toList());
    }

    /** As {@code %O} has it: two digits at least. */
    private String dataCoding() {
        int coding = Math.max(0, event.coding()) << 2;
        return String.format(
                "%02d",
                event.messageClass().isPresent()
                        ? coding | 0x10 | event.messageClass().getAsInt()
                        : coding);
    }

    /** {@code 00380…} is {@code +380…}. */
    private static String international(String number) {
        return number.startsWith("00") ? text("+" + number.substring(2)) : text(number);
    }

    private static String text(String value) {
        return encoded(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static String latin(Octets octets) {
        return new String(octets.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    /** @param octets each a character from 0 to 255 */
    private static String encoded(String octets) {
        StringBuilder encoded = new StringBuilder(octets.length());
        for (char octet : octets.toCharArray()) {
            if (octet == ' ') {
                encoded.append('+');
            } else if (isUnreserved(octet)) {
                encoded.append(octet);
            } else {
                encoded.append('%').append(HEX[octet >> 4 & 0xF]).append(HEX[octet & 0xF]);
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char octet) {
        return octet >= '0' && octet <= '9'
                || octet >= 'A' && octet <= 'Z'
                || octet >= 'a' && octet <= 'z'
                || UNRESERVED.indexOf(octet) >= 0;
    }
}
