package io.polygator.smpp.wire;

import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.EsmeAddress;
import java.util.List;

/** A request with a body, its fields within their lengths and otherwise as they came. Prints without contents. */
public sealed interface Pdu {

    /** bind_transmitter, bind_receiver, bind_transceiver. */
    record Bind(String systemId, String password, String systemType, int interfaceVersion, String addressRange)
            implements Pdu {
        @Override
        public String toString() {
            return "Bind[" + systemId + "]";
        }
    }

    /**
     * submit_sm, submit_multi and data_sm; the latter has defaults for what it lacks.
     *
     * @param destinations one unless it is submit_multi
     * @param distributionLists of submit_multi
     */
    record Submission(
            String serviceType,
            EsmeAddress source,
            List<EsmeAddress> destinations,
            List<String> distributionLists,
            int esmClass,
            int protocolId,
            int priorityFlag,
            String scheduleDeliveryTime,
            String validityPeriod,
            int registeredDelivery,
            int replaceIfPresentFlag,
            int dataCoding,
            int smDefaultMsgId,
            Octets shortMessage,
            Tlvs optional)
            implements Pdu {
        public Submission {
            destinations = List.copyOf(destinations);
            distributionLists = List.copyOf(distributionLists);
        }

        @Override
        public String toString() {
            return "Submission[" + source + ", " + destinations + ", " + optional + "]";
        }
    }

    /** query_sm. */
    record Query(String messageId, EsmeAddress source) implements Pdu {}

    /** cancel_sm; message_id may be empty. */
    record Cancel(String serviceType, String messageId, EsmeAddress source, EsmeAddress destination) implements Pdu {}

    /** replace_sm. */
    record Replace(
            String messageId,
            EsmeAddress source,
            String scheduleDeliveryTime,
            String validityPeriod,
            int registeredDelivery,
            int smDefaultMsgId,
            Octets shortMessage,
            Tlvs optional)
            implements Pdu {
        @Override
        public String toString() {
            return "Replace[" + messageId + ", " + source + "]";
        }
    }
}
