package io.polygator.gateway.account;

import io.polygator.gsm.octets.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An access token of which only the hash is known, and the name its owner gave it so as to know which to take away.
 * Written as {@code NAME:sha256$HASH}, the hash in Base64. One round of SHA-256 is enough, unlike for a
 * {@link HashedSecret}: a token is drawn by us from 2<sup>256</sup>, so nobody finds it by trying, and each request can
 * be checked at once.
 */
public record HashedToken(String name, String hash) {
    private static final String BEGINNING = "pgt_";
    private static final int OCTETS = 32;
    private static final Pattern FORM =
            Pattern.compile("([\\p{Alnum}][\\p{Alnum}._-]{0,31}):sha256\\$([A-Za-z0-9+/]{43})");

    /** A new token and its hash. */
    public record Drawn(String token, HashedToken hashed) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Drawn[" + hashed.name() + "]";
        }
    }

    /**
     * Draws a token.
     *
     * @throws IllegalArgumentException if the name is none; the message says what to write
     */
    public static Drawn draw(String name) {
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        String token = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        return new Drawn(token, parse(name + ":sha256$" + hashOf(token)));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat the text, which may be a token
     */
    public static HashedToken parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "is no hashed token: a name of 1 to 32 letters, digits, dots, hyphens and"
                            + " underscores, a colon, sha256$ and the hash");
        }
        return new HashedToken(form.group(1), form.group(2));
    }

    /** The written form. */
    public String format() {
        return name + ":sha256$" + hash;
    }

    /** The hash by which a token is looked up: of a random value, so comparing it tells nothing about others. */
    static String hashOf(String token) {
        return Base64.getEncoder().withoutPadding().encodeToString(Sha256.of(token));
    }

    /** Nothing that could be taken for the token. */
    @Override
    public String toString() {
        return "HashedToken[" + name + "]";
    }
}
