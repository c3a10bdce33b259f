package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.util.Optional;

/** Makes an SMS-SUBMIT of what was typed in text mode (3GPP TS 27.005 §3.1, {@code data}). */
final class TextModeSubmit {
    private static final int HEADER_PRESENT = 0x40;
    private static final int BITS_OF_AN_OCTET = 8;
    private static final int BITS_OF_A_SEPTET = 7;

    private final SmsAddress destination;
    private final TextParameters parameters;

    private TextModeSubmit(SmsAddress destination, TextParameters parameters) {
        this.destination = destination;
        this.parameters = parameters;
    }

    /**
     * The message; nothing if the text does not fit into one, has characters that the coding lacks, or is not in the
     * form that the coding asks for, and nothing if the validity contradicts the first octet.
     */
    static Optional<SmsSubmit> compose(
            SmsAddress destination, TextParameters parameters, CharacterSet characterSet, String typed) {
        if (!parameters.isConsistent()) {
            return Optional.empty();
        }
        TextModeSubmit submit = new TextModeSubmit(destination, parameters);
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        if (parameters.announcesHeader()) {
            return hexadecimal(text).flatMap(submit::withHeader);
        }
        Alphabet alphabet = parameters.scheme().alphabet();
        Optional<Octets> units = alphabet == Alphabet.GSM7 ? characterSet.typed(text) : hexadecimal(text);
        return units.filter(octets -> alphabet != Alphabet.UCS2 || octets.length() % 2 == 0)
                .flatMap(octets -> submit.withUnits(alphabet, octets));
    }

    private static Optional<Octets> hexadecimal(String text) {
        return CharacterSet.ofHex(text.replace("\n", ""));
    }

    private Optional<SmsSubmit> withUnits(Alphabet alphabet, Octets units) {
        try {
            return Optional.of(of(new UserData(UserDataHeader.none(), alphabet, units)));
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    /** The octets are header, fill bits and text as they go on the air; the decoder takes them apart. */
    private Optional<SmsSubmit> withHeader(Octets userData) {
        if (userData.isEmpty() || userData.length() > UserData.MOST_OCTETS) {
            return Optional.empty();
        }
        Alphabet alphabet = parameters.scheme().alphabet();
        Octets empty = TpduEncoder.encode(of(new UserData(UserDataHeader.none(), alphabet, Octets.empty())));
        Octets first = Octets.copyOf((byte) (empty.at(0) | HEADER_PRESENT));
        Octets length = Octets.copyOf((byte) userDataLength(alphabet, userData));
        Octets tpdu =
                first.concat(empty.slice(1, empty.length() - 1)).concat(length).concat(userData);
        try {
            return TpduDecoder.decode(tpdu, Direction.TO_NETWORK) instanceof SmsSubmit submit
                    ? Optional.of(submit)
                    : Optional.empty();
        } catch (TpduDecodeException e) {
            return Optional.empty();
        }
    }

    private static int userDataLength(Alphabet alphabet, Octets userData) {
        return alphabet == Alphabet.GSM7 ? userData.length() * BITS_OF_AN_OCTET / BITS_OF_A_SEPTET : userData.length();
    }

    private SmsSubmit of(UserData userData) {
        return new SmsSubmit(
                parameters.rejectsDuplicates(),
                parameters.requestsStatusReport(),
                parameters.hasReplyPath(),
                new MessageReference(0),
                destination,
                parameters.protocolIdentifier(),
                parameters.scheme(),
                parameters.announcedValidity(),
                userData);
    }
}
