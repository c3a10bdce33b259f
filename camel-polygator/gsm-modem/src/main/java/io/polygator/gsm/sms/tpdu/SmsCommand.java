package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;

/** SMS-COMMAND, an order to the service centre about an earlier SUBMIT (3GPP TS 23.040 §9.2.2.4). */
public record SmsCommand(
        boolean statusReportRequested,
        MessageReference reference,
        ProtocolIdentifier protocolIdentifier,
        int commandType,
        MessageReference messageNumber,
        SmsAddress destination,
        Octets commandData)
        implements Tpdu {}
