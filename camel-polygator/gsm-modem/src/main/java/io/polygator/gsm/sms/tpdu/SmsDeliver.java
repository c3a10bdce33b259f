package io.polygator.gsm.sms.tpdu;

/**
 * SMS-DELIVER, from the service centre to the mobile (3GPP TS 23.040 §9.2.2.1).
 */
public record SmsDeliver(
        boolean moreMessagesToSend,
        boolean loopPrevention,
        boolean statusReportIndication,
        boolean replyPath,
        SmsAddress originator,
        ProtocolIdentifier protocolIdentifier,
        DataCodingScheme dataCodingScheme,
        ServiceCentreTimestamp timestamp,
        UserData userData)
        implements Tpdu {}
