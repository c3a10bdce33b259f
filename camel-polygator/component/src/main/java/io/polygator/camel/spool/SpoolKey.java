package io.polygator.camel.spool;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.octets.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * What makes a file the one that it is: the same file has the same key after a restart, and another one of the same name
 * and contents has another.
 */
final class SpoolKey {
    private static final int OCTETS = 24;

    private SpoolKey() {}

    static String of(String name, Instant modified, byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(modified.toString().getBytes(StandardCharsets.US_ASCII));
        digest.update(content);
        return "file-" + Octets.copyOf(digest.digest()).slice(0, OCTETS);
    }
}
