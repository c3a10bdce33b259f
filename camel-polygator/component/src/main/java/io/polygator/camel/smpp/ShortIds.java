package io.polygator.camel.smpp;

import io.polygator.smpp.esme.InterfaceVersion;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Ids of eight hexadecimal digits for peers of version 3.3, which have place for no more (SMPP 3.4 §4.4.2, field
 * message_id). Drawn at random, so that they hold after a restart too. Thread-safe.
 */
final class ShortIds {
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();

    /** An id when the peer needs one. */
    Optional<String> next(InterfaceVersion version) {
        return version == InterfaceVersion.V3_3 ? Optional.of(HEX.toHexDigits(random.nextInt())) : Optional.empty();
    }
}
