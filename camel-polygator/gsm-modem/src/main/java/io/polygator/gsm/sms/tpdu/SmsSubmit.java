package io.polygator.gsm.sms.tpdu;

/**
 * SMS-SUBMIT, from the mobile to the service centre (3GPP TS 23.040 §9.2.2.2).
 */
public record SmsSubmit(
        boolean rejectDuplicates,
        boolean statusReportRequested,
        boolean replyPath,
        MessageReference reference,
        SmsAddress destination,
        ProtocolIdentifier protocolIdentifier,
        DataCodingScheme dataCodingScheme,
        ValidityPeriod validityPeriod,
        UserData userData)
        implements Tpdu {}
