package io.polygator.camel.smpp;

import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.EsmeAddress;
import java.util.Map;

/**
 * A message between us and an upstream SMSC as it is on the wire: its deliver_sm or data_sm, or our submit_sm. Prints
 * without its contents.
 *
 * @param serviceType empty for the default one
 * @param esmClass 0 to 255 (SMPP 3.4 §5.2.12)
 * @param protocolId TP-PID, 0 to 255
 * @param priorityFlag 0 to 255
 * @param registeredDelivery 0 to 255 (§5.2.17)
 * @param dataCoding 0 to 255 (§5.2.19)
 * @param shortMessage empty when the text is among the optional parameters
 * @param optional optional parameters by their tag, 0 to 65535
 */
public record UpstreamPdu(
        String serviceType,
        EsmeAddress source,
        EsmeAddress destination,
        int esmClass,
        int protocolId,
        int priorityFlag,
        int registeredDelivery,
        int dataCoding,
        Octets shortMessage,
        Map<Integer, Octets> optional) {
    public UpstreamPdu {
        optional = Map.copyOf(optional);
    }

    @Override
    public String toString() {
        return "UpstreamPdu[" + source + ", " + destination + ", " + shortMessage.length() + " octets]";
    }
}
