package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;

/** Octets to TPDU. */
public final class TpduDecoder {
    private TpduDecoder() {}

    /**
     * Decodes one TPDU.
     *
     * @throws TpduDecodeException if the octets are none, naming field and offset
     */
    public static Tpdu decode(Octets octets, Direction direction) throws TpduDecodeException {
        throw new UnsupportedOperationException("codec");
    }
}
