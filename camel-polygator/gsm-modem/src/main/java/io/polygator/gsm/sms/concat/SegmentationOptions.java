package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.NationalLanguage;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.util.Optional;
import java.util.Set;

/**
 * How a text is encoded and cut.
 *
 * @param encoding AUTO takes the cheapest alphabet that carries the whole text
 * @param languages national tables that AUTO and GSM7 may use; empty by default, since old receivers show garbage
 * @param transliterate whether letters without a GSM 7-bit code may become similar ones that have one
 * @param reference what segments are marked with, when there are several
 * @param ports application ports (destination, source), when the message is for one
 */
public record SegmentationOptions(
        Encoding encoding,
        Set<NationalLanguage> languages,
        boolean transliterate,
        ConcatReference reference,
        Optional<Ports> ports) {

    public SegmentationOptions {
        languages = Set.copyOf(languages);
    }

    /** The cheapest encoding without national tables, transliteration or ports. */
    public static SegmentationOptions standard(ConcatReference reference) {
        return new SegmentationOptions(Encoding.AUTO, Set.of(), false, reference, Optional.empty());
    }

    public SegmentationOptions withEncoding(Encoding other) {
        return new SegmentationOptions(other, languages, transliterate, reference, ports);
    }

    /** Allows the national tables of the languages. */
    public SegmentationOptions withLanguages(Set<NationalLanguage> others) {
        return new SegmentationOptions(encoding, others, transliterate, reference, ports);
    }

    /** Allows similar letters in place of those that the GSM 7-bit alphabet lacks. */
    public SegmentationOptions transliterating() {
        return new SegmentationOptions(encoding, languages, true, reference, ports);
    }

    public SegmentationOptions withPorts(Ports other) {
        return new SegmentationOptions(encoding, languages, transliterate, reference, Optional.of(other));
    }

    /** The alphabet asked for. */
    public enum Encoding {
        AUTO,
        GSM7,
        UCS2
    }

    /** Application port addresses, 0 to 65535 (3GPP TS 23.040 §9.2.3.24.4). */
    public record Ports(int destination, int source) {
        private static final int HIGHEST = 0xFFFF;

        public Ports {
            if (destination < 0 || destination > HIGHEST || source < 0 || source > HIGHEST) {
                throw new IllegalArgumentException(
                        "ports must be 0..65535, were " + destination + " (destination) and " + source + " (source)");
            }
        }

        /** The ports that a header names, in 8 or 16 bits; the last element of the right length counts. */
        public static Optional<Ports> in(UserDataHeader header) {
            return header.elements().stream()
                    .flatMap(element -> read(element).stream())
                    .reduce((earlier, later) -> later);
        }

        private static Optional<Ports> read(InformationElement element) {
            Octets data = element.data();
            if (element.identifier() == InformationElement.PORTS_8 && data.length() == 2) {
                return Optional.of(new Ports(data.at(0), data.at(1)));
            }
            if (element.identifier() == InformationElement.PORTS_16 && data.length() == 4) {
                return Optional.of(new Ports(data.at(0) << 8 | data.at(1), data.at(2) << 8 | data.at(3)));
            }
            return Optional.empty();
        }

        /** The information element of 16-bit ports. */
        public InformationElement toElement() {
            return new InformationElement(
                    InformationElement.PORTS_16,
                    Octets.copyOf((byte) (destination >> 8), (byte) destination, (byte) (source >> 8), (byte) source));
        }
    }
}
