package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Septets;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;
import java.util.Set;

/** Reads TP-UDL and TP-UD (3GPP TS 23.040 §9.2.3.16, .24). */
final class UserDataDecoder {
    private final OctetReader reader;
    private final Set<TpduWarning> warnings;

    UserDataDecoder(OctetReader reader, Set<TpduWarning> warnings) {
        this.reader = reader;
        this.warnings = warnings;
    }

    /** User data as the network sends it: what is there is read, too much or too little of it. */
    UserData decode(Alphabet alphabet, HeaderPresence presence) throws TpduDecodeException {
        int length = reader.octet("TP-UDL");
        if (octetsOf(length, alphabet) > UserData.MOST_OCTETS) {
            warnings.add(TpduWarning.UDL_TOO_LONG);
        }
        return decode(length, alphabet, presence);
    }

    /** User data as a terminal sends it: whole and short enough, since half a message must not go on the air. */
    UserData decodeStrictly(Alphabet alphabet, HeaderPresence presence) throws TpduDecodeException {
        int start = reader.position();
        int length = reader.octet("TP-UDL");
        if (octetsOf(length, alphabet) > UserData.MOST_OCTETS) {
            throw new TpduDecodeException("TP-UDL", start, Defect.OVERLENGTH);
        }
        if (octetsOf(length, alphabet) > reader.remaining()) {
            throw new TpduDecodeException("TP-UD", reader.position(), Defect.UNDERFLOW);
        }
        return decode(length, alphabet, presence);
    }

    private static int octetsOf(int length, Alphabet alphabet) {
        return alphabet == Alphabet.GSM7 ? Septets.packedLength(length, 0) : length;
    }

    private UserData decode(int length, Alphabet alphabet, HeaderPresence presence) {
        Octets octets = reader.atMost(octetsOf(length, alphabet));
        if (octets.length() < octetsOf(length, alphabet)) {
            warnings.add(TpduWarning.UD_SHORT);
        }
        int headerEnd = headerEnd(octets, presence);
        UserDataHeader header = headerEnd == 0 ? UserDataHeader.none() : header(octets.slice(1, headerEnd));
        UserData userData = new UserData(header, alphabet, units(octets, headerEnd, length, alphabet));
        inspect(userData);
        return userData;
    }

    /** Where the text begins: 0 when there is no header, or when it is longer than the user data. */
    private int headerEnd(Octets octets, HeaderPresence presence) {
        if (presence == HeaderPresence.ABSENT) {
            return 0;
        }
        if (octets.isEmpty() || 1 + octets.at(0) > octets.length()) {
            warnings.add(TpduWarning.UDH_OVERRUN);
            return 0;
        }
        return 1 + octets.at(0);
    }

    private UserDataHeader header(Octets octets) {
        UserDataHeader header = UserDataHeader.decode(octets);
        if (header.length() != 1 + octets.length() && !octets.isEmpty()) {
            warnings.add(TpduWarning.UDH_OVERRUN);
        }
        return header;
    }

    private static Octets units(Octets octets, int headerEnd, int length, Alphabet alphabet) {
        Octets text = octets.slice(headerEnd, octets.length());
        if (alphabet != Alphabet.GSM7) {
            return text;
        }
        int fillBits = Septets.fillBits(headerEnd);
        int announced = Math.max(0, length - Septets.covering(headerEnd));
        int count = Math.min(announced, Septets.capacity(text.length(), fillBits));
        return Septets.unpack(text, count, fillBits);
    }

    private void inspect(UserData userData) {
        if (userData.header().namesUnknownLanguage()) {
            warnings.add(TpduWarning.UNKNOWN_LANGUAGE);
        }
        if (userData.alphabet() == Alphabet.GSM7 && Gsm7.endsWithinEscape(userData.units())) {
            warnings.add(TpduWarning.DANGLING_ESC);
        }
        if (userData.alphabet() == Alphabet.UCS2) {
            inspectUcs2(userData.units());
        }
    }

    private void inspectUcs2(Octets units) {
        if (units.length() % 2 != 0) {
            warnings.add(TpduWarning.UCS2_ODD);
        }
        if (Ucs2.hasLoneSurrogate(units)) {
            warnings.add(TpduWarning.LONE_SURROGATE);
        }
    }
}
