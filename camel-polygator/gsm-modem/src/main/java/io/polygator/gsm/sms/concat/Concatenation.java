package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.util.Optional;

/** Where one segment stands in its message; sequence runs from 1 to total, total is 1 to 255. */
public record Concatenation(ConcatReference reference, int total, int sequence) {
    /** The most segments that a message can have. */
    public static final int MOST_SEGMENTS = 255;

    public Concatenation {
        if (total < 1 || total > MOST_SEGMENTS) {
            throw new IllegalArgumentException("total of segments must be 1.." + MOST_SEGMENTS + ", was " + total);
        }
        if (sequence < 1 || sequence > total) {
            throw new IllegalArgumentException("sequence of a segment must be 1.." + total + ", was " + sequence);
        }
    }

    /**
     * What a header says. The last element counts when there are several; one of the wrong length, or whose numbers
     * make no sense, is passed over, so that the segment is a message of its own.
     */
    public static Optional<Concatenation> in(UserDataHeader header) {
        return header.elements().stream()
                .flatMap(element -> read(element).stream())
                .reduce((earlier, later) -> later);
    }

    private static Optional<Concatenation> read(InformationElement element) {
        Octets data = element.data();
        if (element.identifier() == InformationElement.CONCATENATION_8 && data.length() == 3) {
            return read(ConcatReference.ofEightBits(data.at(0)), data.at(1), data.at(2));
        }
        if (element.identifier() == InformationElement.CONCATENATION_16 && data.length() == 4) {
            int reference = data.at(0) << 8 | data.at(1);
            return read(ConcatReference.ofSixteenBits(reference), data.at(2), data.at(3));
        }
        return Optional.empty();
    }

    private static Optional<Concatenation> read(ConcatReference reference, int total, int sequence) {
        return sequence < 1 || sequence > total
                ? Optional.empty()
                : Optional.of(new Concatenation(reference, total, sequence));
    }

    /** The information element that says this. */
    public InformationElement toElement() {
        byte low = (byte) reference.value();
        byte high = (byte) (reference.value() >> 8);
        return reference.width() == 8
                ? new InformationElement(
                        InformationElement.CONCATENATION_8, Octets.copyOf(low, (byte) total, (byte) sequence))
                : new InformationElement(
                        InformationElement.CONCATENATION_16, Octets.copyOf(high, low, (byte) total, (byte) sequence));
    }
}
