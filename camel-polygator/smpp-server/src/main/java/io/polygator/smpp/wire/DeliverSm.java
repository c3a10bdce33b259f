package io.polygator.smpp.wire;

import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.EsmeAddress;
import java.util.List;

/** What a deliver_sm says. Prints without its contents. */
public record DeliverSm(
        EsmeAddress source,
        EsmeAddress destination,
        int esmClass,
        int dataCoding,
        Octets shortMessage,
        List<Tlv> optional) {
    /** The longest short_message (SMPP 3.4 §4.6.1). */
    public static final int MOST_OCTETS = 254;

    public DeliverSm {
        optional = List.copyOf(optional);
        if (shortMessage.length() > MOST_OCTETS) {
            throw new IllegalArgumentException("short_message must be at most " + MOST_OCTETS + " octets, was "
                    + shortMessage.length() + ": use message_payload");
        }
    }

    @Override
    public String toString() {
        return "DeliverSm[" + source + ", " + destination + ", " + shortMessage.length() + " octets]";
    }
}
