package io.polygator.gsm.sms.tpdu;

import java.util.Set;

/**
 * A TPDU and what was odd about its octets.
 *
 * @param warnings empty for a TPDU without a flaw; with one, encoding it again may give other octets
 */
public record DecodedTpdu(Tpdu tpdu, Set<TpduWarning> warnings) {
    public DecodedTpdu {
        warnings = Set.copyOf(warnings);
    }
}
