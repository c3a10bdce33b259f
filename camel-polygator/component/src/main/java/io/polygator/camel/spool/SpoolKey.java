package io.polygator.camel.spool;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * What makes a file the one that it is: the same file has the same key after a restart, and another one of the same name
 * and contents has another.
 */
final class SpoolKey {
    private static final int OCTETS = 24;

    private SpoolKey() {}

    static String of(String name, Instant modified, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(modified.toString().getBytes(StandardCharsets.US_ASCII));
        digest.update(content);
        return "file-" + Octets.copyOf(digest.digest()).slice(0, OCTETS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
