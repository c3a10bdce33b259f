package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * TP-SCTS, also the format of TP-DT and of an absolute TP-VP: seven octets (3GPP TS 23.040 §9.2.3.11).
 *
 * @param octets as they stood on the air; kept because operators send times that no calendar knows
 */
public record ServiceCentreTimestamp(Octets octets) {

    /** The time it tells, or nothing when the octets are no date. */
    public Optional<OffsetDateTime> time() {
        throw new UnsupportedOperationException("codec");
    }
}
