package io.polygator.camel.spool;

import io.polygator.gsm.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notation of bodies with {@code Hex: yes}: octets as two digits each, with comments behind {@code / ' # :}, and the
 * words STRING:, INLINESTRING: (WBXML: 03, the octets, 00) and LENGTH, which is replaced by the number of octets up to
 * the next LENGTH.
 */
final class SpoolHex {
    private static final Pattern OCTETS = Pattern.compile("(?:\\s*[0-9A-Fa-f]{2})*\\s*");
    private static final Pattern COMMENT = Pattern.compile("[/'#:].*");
    private static final String STRING = "STRING:";
    private static final String INLINE_STRING = "INLINESTRING:";
    private static final String LENGTH = "LENGTH";
    private static final int INLINE = 0x03;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private int lengthAt = -1;

    private SpoolHex() {}

    /** @throws SpoolFileException if a line is neither octets nor one of the words */
    static Octets read(Octets body) throws SpoolFileException {
        SpoolHex hex = new SpoolHex();
        String text = new String(body.toByteArray(), StandardCharsets.ISO_8859_1);
        for (String line : text.split("\r?\n", -1)) {
            hex.line(line.stripLeading());
        }
        return hex.all();
    }

    private void line(String line) throws SpoolFileException {
        if (line.startsWith(STRING)) {
            text(line.substring(STRING.length()));
        } else if (line.startsWith(INLINE_STRING)) {
            octets.write(INLINE);
            text(line.substring(INLINE_STRING.length()));
            octets.write(0);
        } else if (line.startsWith(LENGTH)) {
            length();
        } else {
            digits(line);
        }
    }

    private void text(String text) {
        octets.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void length() {
        if (lengthAt < 0) {
            lengthAt = octets.size();
            octets.write(0);
        } else {
            byte[] soFar = octets.toByteArray();
            soFar[lengthAt] = (byte) (soFar.length - lengthAt - 1);
            octets.reset();
            octets.writeBytes(soFar);
            lengthAt = -1;
        }
    }

    private void digits(String line) throws SpoolFileException {
        Matcher comment = COMMENT.matcher(line);
        String digits = comment.replaceFirst("");
        if (!OCTETS.matcher(digits).matches()) {
            throw new SpoolFileException("Hex: the body has a line that is no octets of two hexadecimal digits each");
        }
        octets.writeBytes(Octets.ofHex(digits.replaceAll("\\s", "")).toByteArray());
    }

    private Octets all() throws SpoolFileException {
        if (lengthAt >= 0) {
            throw new SpoolFileException("Hex: LENGTH has no second LENGTH that ends the counting");
        }
        return Octets.copyOf(octets.toByteArray());
    }
}
