package io.polygator.gsm.sms.tpdu;

import java.util.Optional;

/**
 * SMS-STATUS-REPORT, from the service centre to the mobile (3GPP TS 23.040 §9.2.2.3).
 */
public record SmsStatusReport(
        boolean moreMessagesToSend,
        boolean loopPrevention,
        boolean answersCommand,
        MessageReference reference,
        SmsAddress recipient,
        ServiceCentreTimestamp timestamp,
        ServiceCentreTimestamp dischargeTime,
        DeliveryStatus status,
        Optional<ProtocolIdentifier> protocolIdentifier,
        Optional<DataCodingScheme> dataCodingScheme,
        Optional<UserData> userData)
        implements Tpdu {}
