package io.polygator.gsm.sms.tpdu;

/**
 * SMS-SUBMIT, from the mobile to the service centre (3GPP TS 23.040 §9.2.2.2).
 *
 * @param rejectDuplicates TP-RD: the service centre shall refuse a second message with this reference and destination
 * @param statusReportRequested TP-SRR
 * @param replyPath TP-RP
 * @param reference TP-MR, which most modules replace by their own
 * @param destination TP-DA, never alphanumeric
 * @param userData at most 140 octets, in the alphabet of the data coding scheme
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
        implements Tpdu {
    public SmsSubmit {
        if (destination.isAlphanumeric()) {
            throw new IllegalArgumentException("TP-DA must be a number: a message cannot go to a name");
        }
        userData.requireAlphabet(dataCodingScheme.alphabet());
        userData.requireFitting();
    }

    /** A message without flags, class or validity; the other methods add them. */
    public static SmsSubmit to(SmsAddress destination, UserData userData) {
        return new SmsSubmit(
                false,
                false,
                false,
                new MessageReference(0),
                destination,
                ProtocolIdentifier.NORMAL,
                DataCodingScheme.of(userData.alphabet()),
                new ValidityPeriod.None(),
                userData);
    }

    /** Asks the service centre to refuse a second message with the same reference and destination. */
    public SmsSubmit rejectingDuplicates() {
        return new SmsSubmit(
                true,
                statusReportRequested,
                replyPath,
                reference,
                destination,
                protocolIdentifier,
                dataCodingScheme,
                validityPeriod,
                userData);
    }

    /** Asks for a status report. */
    public SmsSubmit requestingStatusReport() {
        return new SmsSubmit(
                rejectDuplicates,
                true,
                replyPath,
                reference,
                destination,
                protocolIdentifier,
                dataCodingScheme,
                validityPeriod,
                userData);
    }

    public SmsSubmit withReference(MessageReference other) {
        return new SmsSubmit(
                rejectDuplicates,
                statusReportRequested,
                replyPath,
                other,
                destination,
                protocolIdentifier,
                dataCodingScheme,
                validityPeriod,
                userData);
    }

    public SmsSubmit withProtocolIdentifier(ProtocolIdentifier other) {
        return new SmsSubmit(
                rejectDuplicates,
                statusReportRequested,
                replyPath,
                reference,
                destination,
                other,
                dataCodingScheme,
                validityPeriod,
                userData);
    }

    /** Another coding of the same alphabet, for example with a message class. */
    public SmsSubmit withDataCodingScheme(DataCodingScheme other) {
        return new SmsSubmit(
                rejectDuplicates,
                statusReportRequested,
                replyPath,
                reference,
                destination,
                protocolIdentifier,
                other,
                validityPeriod,
                userData);
    }

    public SmsSubmit withValidityPeriod(ValidityPeriod other) {
        return new SmsSubmit(
                rejectDuplicates,
                statusReportRequested,
                replyPath,
                reference,
                destination,
                protocolIdentifier,
                dataCodingScheme,
                other,
                userData);
    }
}
