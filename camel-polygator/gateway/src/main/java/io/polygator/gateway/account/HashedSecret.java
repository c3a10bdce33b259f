package io.polygator.gateway.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A secret of which only a slow salted hash is known: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2). Written as
 * {@code pbkdf2-sha256$ROUNDS$SALT$HASH}, salt and hash in Base64. Immutable.
 */
public final class HashedSecret {
    private static final String SCHEME = "pbkdf2-sha256";
    private static final int DEFAULT_ROUNDS = 600_000;
    private static final int FEWEST_ROUNDS = 100_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_OCTETS = 16;
    private static final int HASH_OCTETS = 32;
    private static final int LONGEST_SALT = 64;

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private HashedSecret(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a secret with a new salt. Takes some tenths of a second, on purpose. */
    public static HashedSecret of(String secret) {
        return of(secret, DEFAULT_ROUNDS);
    }

    /** Hashes with another number of rounds. Few of them suit a demo and tests, whose secrets are no secrets. */
    static HashedSecret of(String secret, int rounds) {
        byte[] salt = new byte[SALT_OCTETS];
        new SecureRandom().nextBytes(salt);
        return new HashedSecret(rounds, salt, derive(secret, salt, rounds));
    }

    /** A hash that no secret is known for, with as many rounds as the secrets it stands in for. */
    static HashedSecret decoy(int rounds) {
        byte[] salt = new byte[SALT_OCTETS];
        byte[] hash = new byte[HASH_OCTETS];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(hash);
        return new HashedSecret(rounds, salt, hash);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat the text, which may be a secret
     */
    public static HashedSecret parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalArgumentException("is not hashed");
        }
        int rounds = rounds(parts[1]);
        byte[] salt = octets(parts[2]);
        byte[] hash = octets(parts[3]);
        if (salt.length < SALT_OCTETS || salt.length > LONGEST_SALT || hash.length != HASH_OCTETS) {
            throw new IllegalArgumentException("is a damaged hash: salt or hash has a wrong length");
        }
        return new HashedSecret(rounds, salt, hash);
    }

    /** The written form. */
    public String format() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return SCHEME + "$" + rounds + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** Whether it is the hash of this secret. Takes the same time whether it is or not. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(hash, derive(secret, salt, rounds));
    }

    /** How often the hash is repeated, which is how long a check takes. */
    public int rounds() {
        return rounds;
    }

    static int defaultRounds() {
        return DEFAULT_ROUNDS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashedSecret that
                && rounds == that.rounds
                && Arrays.equals(salt, that.salt)
                && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    /** Nothing that could be guessed against. */
    @Override
    public String toString() {
        return "HashedSecret[" + SCHEME + ", " + rounds + " rounds]";
    }

    private static int rounds(String text) {
        if (!text.matches("[1-9]\\d{0,7}")) {
            throw new IllegalArgumentException("is a damaged hash: the rounds are no number");
        }
        int rounds = Integer.parseInt(text);
        if (rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException(
                    "has " + rounds + " rounds, where " + FEWEST_ROUNDS + " to " + MOST_ROUNDS + " are allowed");
        }
        return rounds;
    }

    private static byte[] octets(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is a damaged hash: salt or hash is no Base64", e);
        }
    }

    private static byte[] derive(String secret, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, rounds, HASH_OCTETS * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2 with HMAC-SHA-256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
