package io.polygator.smpp.wire;

import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.CommandStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The optional parameters of a PDU; of repeated ones the first counts. Immutable. */
public final class Tlvs {
    private static final int OVERHEAD = 4;
    private static final Tlvs NONE = new Tlvs(Map.of());

    private final Map<Integer, Octets> values;

    private Tlvs(Map<Integer, Octets> values) {
        this.values = values;
    }

    public static Tlvs none() {
        return NONE;
    }

    /** Of a peer whose PDUs somebody else decodes. */
    public static Tlvs of(List<Tlv> parameters) {
        Map<Integer, Octets> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.putIfAbsent(parameter.tag(), parameter.value()));
        return new Tlvs(values);
    }

    /** Reads from the offset to the end of the frame. */
    static Tlvs decode(byte[] frame, int offset) throws PduException {
        if (offset == frame.length) {
            return NONE;
        }
        Map<Integer, Octets> values = new LinkedHashMap<>();
        int position = offset;
        while (position < frame.length) {
            if (frame.length - position < OVERHEAD) {
                throw new PduException(CommandStatus.RINVTLVSTREAM, "optional parameters");
            }
            int tag = shortAt(frame, position);
            int end = position + OVERHEAD + shortAt(frame, position + 2);
            if (end > frame.length) {
                throw new PduException(CommandStatus.RINVTLVSTREAM, nameOf(tag));
            }
            values.putIfAbsent(tag, Octets.copyOf(Arrays.copyOfRange(frame, position + OVERHEAD, end)));
            position = end;
        }
        return new Tlvs(values);
    }

    private static int shortAt(byte[] frame, int offset) {
        return (frame[offset] & 0xFF) << 8 | frame[offset + 1] & 0xFF;
    }

    private static String nameOf(int tag) {
        return String.format("optional parameter 0x%04X", tag);
    }

    public boolean has(int tag) {
        return values.containsKey(tag);
    }

    public Optional<Octets> octets(int tag) {
        return Optional.ofNullable(values.get(tag));
    }

    /** The value of a parameter of one octet, 0 to 255. */
    public OptionalInt octet(int tag) throws PduException {
        Octets value = values.get(tag);
        if (value == null) {
            return OptionalInt.empty();
        }
        requireLength(tag, value, 1);
        return OptionalInt.of(value.at(0));
    }

    /** The value of a parameter of two octets, 0 to 65535. */
    public OptionalInt twoOctets(int tag) throws PduException {
        Octets value = values.get(tag);
        if (value == null) {
            return OptionalInt.empty();
        }
        requireLength(tag, value, 2);
        return OptionalInt.of(value.at(0) << 8 | value.at(1));
    }

    private static void requireLength(int tag, Octets value, int length) throws PduException {
        if (value.length() != length) {
            throw new PduException(CommandStatus.RINVTLVLEN, nameOf(tag));
        }
    }

    @Override
    public String toString() {
        return "Tlvs" + values.keySet().stream().map(Tlvs::nameOf).toList();
    }
}
