package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;

/** TPDU to octets. */
public final class TpduEncoder {
    private TpduEncoder() {}

    public static Octets encode(Tpdu tpdu) {
        throw new UnsupportedOperationException("codec");
    }
}
