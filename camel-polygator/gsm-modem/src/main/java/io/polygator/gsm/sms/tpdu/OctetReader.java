package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;

/** Reads octets one field after the other and says which field they end in. */
final class OctetReader {
    private final Octets octets;
    private int position;

    OctetReader(Octets octets) {
        this.octets = octets;
    }

    int position() {
        return position;
    }

    int remaining() {
        return octets.length() - position;
    }

    int octet(String field) throws TpduDecodeException {
        return octets(1, field).at(0);
    }

    Octets octets(int count, String field) throws TpduDecodeException {
        if (count > remaining()) {
            throw new TpduDecodeException(field, position, Defect.UNDERFLOW);
        }
        Octets taken = octets.slice(position, position + count);
        position += count;
        return taken;
    }

    /** The octet that comes next, without taking it. */
    int peek(String field) throws TpduDecodeException {
        int octet = octet(field);
        position--;
        return octet;
    }

    /** What is left, at most {@code count} octets. */
    Octets atMost(int count) {
        Octets taken = octets.slice(position, position + Math.min(count, remaining()));
        position += taken.length();
        return taken;
    }
}
