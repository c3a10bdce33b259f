package io.polygator.gateway.store.jdbc;

/**
 * Texts as they stand in a column. A database keeps neither NUL nor half a surrogate pair, and a message may hold
 * both: they become a backslash and four hexadecimal digits, the backslash itself is doubled. Pure functions.
 */
final class EscapedText {
    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private EscapedText() {}

    static String escape(String text) {
        int first = firstSpecial(text);
        if (first < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + HEX).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                escaped.append("\\\\");
            } else if (isSpecial(text, i)) {
                escaped.append('\\').append(String.format("%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String column) {
        if (column.indexOf('\\') < 0) {
            return column;
        }
        StringBuilder text = new StringBuilder(column.length());
        int i = 0;
        while (i < column.length()) {
            char c = column.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
            } else if (column.startsWith("\\", i + 1) || i + DIGITS >= column.length()) {
                text.append('\\');
                i += 2;
            } else {
                text.append((char) Integer.parseInt(column.substring(i + 1, i + 1 + DIGITS), HEX));
                i += 1 + DIGITS;
            }
        }
        return text.toString();
    }

    private static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSpecial(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return c == 0 || c == '\\';
    }
}
