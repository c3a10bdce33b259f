package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.octets.SemiOctets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Septets;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;
import java.util.Optional;

/**
 * Addresses to octets and back: those inside a TPDU count semi-octets (3GPP TS 23.040 §9.1.2.5), that of the service
 * centre before it counts octets (3GPP TS 24.011 §8.2.5.1).
 */
public final class AddressCodec {
    private static final int MOST_SERVICE_CENTRE_OCTETS = 11;

    private AddressCodec() {}

    /** An address field of a TPDU. */
    public static Octets encode(SmsAddress address) {
        return Octets.copyOf((byte) semiOctets(address), (byte) address.typeOfAddress())
                .concat(encodeValue(address));
    }

    private static int semiOctets(SmsAddress address) {
        if (!address.isAlphanumeric()) {
            return address.value().length();
        }
        int bits = 7 * septetsOf(address).length();
        return (bits + 3) / 4;
    }

    private static Octets encodeValue(SmsAddress address) {
        return address.isAlphanumeric() ? Septets.pack(septetsOf(address), 0) : SemiOctets.encode(address.value());
    }

    private static Octets septetsOf(SmsAddress address) {
        return Gsm7.encode(address.value())
                .orElseThrow(() -> new IllegalStateException("SmsAddress admits GSM 7-bit names only"));
    }

    /**
     * An address field of a TPDU.
     *
     * @throws TpduDecodeException if the octets end within it or it is too long
     */
    public static SmsAddress decode(Octets field) throws TpduDecodeException {
        return decode(new OctetReader(field));
    }

    static SmsAddress decode(OctetReader reader) throws TpduDecodeException {
        int start = reader.position();
        int semiOctets = reader.octet("length");
        int typeOfAddress = reader.octet("type");
        Octets value = reader.octets((semiOctets + 1) / 2, "value");
        if (semiOctets > SmsAddress.MOST_DIGITS) {
            throw new TpduDecodeException("length", start, Defect.OVERLENGTH);
        }
        return decodeValue(typeOfAddress, value, semiOctets);
    }

    private static SmsAddress decodeValue(int typeOfAddress, Octets value, int semiOctets) {
        TypeOfNumber typeOfNumber = TypeOfNumber.ofCode(typeOfAddress >> 4 & 7);
        String text = typeOfNumber == TypeOfNumber.ALPHANUMERIC
                ? Gsm7.decode(Septets.unpack(value, semiOctets * 4 / 7, 0))
                : SemiOctets.decode(value, semiOctets);
        return new SmsAddress(typeOfNumber, typeOfAddress & 0xF, text);
    }

    /** The field before the TPDU; empty means that the module uses its own service centre (AT+CSCA). */
    public static Octets encodeServiceCentre(Optional<SmsAddress> smsc) {
        return smsc.map(AddressCodec::encodeServiceCentre).orElse(Octets.copyOf((byte) 0));
    }

    private static Octets encodeServiceCentre(SmsAddress smsc) {
        Octets value = encodeValue(smsc);
        return Octets.copyOf((byte) (1 + value.length()), (byte) smsc.typeOfAddress())
                .concat(value);
    }

    /** Octets that the field before the TPDU takes, its length octet included. */
    public static int serviceCentreLength(Octets frame) throws TpduDecodeException {
        OctetReader reader = new OctetReader(frame);
        int length = reader.octet("SMSC.length");
        reader.octets(length, "SMSC");
        if (length > MOST_SERVICE_CENTRE_OCTETS) {
            throw new TpduDecodeException("SMSC.length", 0, Defect.OVERLENGTH);
        }
        return 1 + length;
    }

    /**
     * The service centre at the start of a frame; empty when there is none, or no number.
     *
     * @throws TpduDecodeException if the octets end within it or it is too long
     */
    public static Optional<SmsAddress> decodeServiceCentre(Octets frame) throws TpduDecodeException {
        int end = serviceCentreLength(frame);
        if (end <= 2) {
            return Optional.empty();
        }
        Octets value = frame.slice(2, end);
        // A name, or nothing but filler, calls no service centre; the message behind it is as good as any.
        return Optional.of(decodeValue(frame.at(1), value, 2 * value.length()))
                .filter(smsc -> !smsc.isAlphanumeric() && !smsc.value().isEmpty());
    }
}
