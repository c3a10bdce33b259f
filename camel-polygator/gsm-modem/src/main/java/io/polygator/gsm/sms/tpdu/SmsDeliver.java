package io.polygator.gsm.sms.tpdu;

/**
 * SMS-DELIVER, from the service centre to the mobile (3GPP TS 23.040 §9.2.2.1).
 *
 * @param moreMessagesToSend whether the service centre holds more for this mobile; the inverse of the TP-MMS bit
 * @param loopPrevention TP-LP
 * @param statusReportIndication TP-SRI: the sender gets a report
 * @param replyPath TP-RP
 * @param originator TP-OA
 * @param timestamp TP-SCTS, when the service centre received the message
 * @param userData in the alphabet of the data coding scheme
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
        implements Tpdu {
    public SmsDeliver {
        userData.requireAlphabet(dataCodingScheme.alphabet());
    }

    /** A message without flags or class. */
    public static SmsDeliver from(SmsAddress originator, ServiceCentreTimestamp timestamp, UserData userData) {
        return new SmsDeliver(
                false,
                false,
                false,
                false,
                originator,
                ProtocolIdentifier.NORMAL,
                DataCodingScheme.of(userData.alphabet()),
                timestamp,
                userData);
    }

    /** What a mobile receives when another one has submitted: user data, coding and protocol stay as they are. */
    public static SmsDeliver of(SmsSubmit submit, SmsAddress originator, ServiceCentreTimestamp timestamp) {
        return new SmsDeliver(
                false,
                false,
                submit.statusReportRequested(),
                submit.replyPath(),
                originator,
                submit.protocolIdentifier(),
                submit.dataCodingScheme(),
                timestamp,
                submit.userData());
    }

    /** Another coding of the same alphabet, for example with a message class. */
    public SmsDeliver withDataCodingScheme(DataCodingScheme other) {
        return new SmsDeliver(
                moreMessagesToSend,
                loopPrevention,
                statusReportIndication,
                replyPath,
                originator,
                protocolIdentifier,
                other,
                timestamp,
                userData);
    }

    public SmsDeliver withProtocolIdentifier(ProtocolIdentifier other) {
        return new SmsDeliver(
                moreMessagesToSend,
                loopPrevention,
                statusReportIndication,
                replyPath,
                originator,
                other,
                dataCodingScheme,
                timestamp,
                userData);
    }
}
