package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.NationalShift;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.tpdu.UserData;
import java.nio.charset.StandardCharsets;

/**
 * Segments without a gap between them whose units mean the same, joined.
 *
 * @param shift the national tables; none unless the alphabet is GSM 7-bit
 */
record SegmentRun(int first, int last, Alphabet alphabet, NationalShift shift, Octets units) {

    static SegmentRun of(int sequence, UserData userData) {
        NationalShift shift = userData.alphabet() == Alphabet.GSM7 ? userData.nationalShift() : NationalShift.none();
        return new SegmentRun(sequence, sequence, userData.alphabet(), shift, wholeUnits(userData));
    }

    /** An odd octet at the end of a UCS-2 segment would shift all that follow. */
    private static Octets wholeUnits(UserData userData) {
        Octets units = userData.units();
        return userData.alphabet() == Alphabet.UCS2 ? units.slice(0, units.length() & ~1) : units;
    }

    boolean continuesWith(SegmentRun next) {
        return next.first == last + 1 && next.alphabet == alphabet && next.shift.equals(shift);
    }

    SegmentRun followedBy(SegmentRun next) {
        return new SegmentRun(first, next.last, alphabet, shift, units.concat(next.units));
    }

    String text() {
        return switch (alphabet) {
            case GSM7 -> Gsm7.decode(units, shift);
            case UCS2 -> Ucs2.decode(units);
            // Octets amid text are text of a careless sender; Latin-1 is the usual guess.
            case OCTETS -> new String(units.toByteArray(), StandardCharsets.ISO_8859_1);
        };
    }
}
