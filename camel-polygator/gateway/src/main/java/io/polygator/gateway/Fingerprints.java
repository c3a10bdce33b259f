package io.polygator.gateway;

import io.polygator.gateway.message.InboundNotice;
import io.polygator.gateway.message.MessageId;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.octets.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises a message that the network repeats since the acknowledgement was lost: the same octets on the same SIM. The
 * sender's own repetition bears another time stamp.
 */
final class Fingerprints {
    private Fingerprints() {}

    static String of(String sim, ReceivedTpdu received) {
        String content = received.frame().map(frame -> frame.tpdu().toString()).orElse(received.raw());
        MessageDigest digest = Sha256.digest();
        digest.update(sim.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of a notice: with the same key and content it is the same; without a key each is another. */
    static String of(InboundNotice notice, Optional<String> key, MessageId id) {
        MessageDigest digest = Sha256.digest();
        Stream.of(
                        key.map(text -> "key " + text).orElseGet(() -> "id " + id.value()),
                        notice.channel(),
                        notice.imsi().orElse(""),
                        notice.from(),
                        notice.text())
                .forEach(field -> {
                    digest.update(field.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
        return HexFormat.of().formatHex(digest.digest());
    }
}
