package io.polygator.gsm.sms.tpdu;

import java.util.Optional;

/** SMS-SUBMIT-REPORT, the service centre's answer to a SUBMIT (3GPP TS 23.040 §9.2.2.2a). */
public record SmsSubmitReport(
        Optional<FailureCause> failureCause,
        ServiceCentreTimestamp timestamp,
        Optional<ProtocolIdentifier> protocolIdentifier,
        Optional<DataCodingScheme> dataCodingScheme,
        Optional<UserData> userData)
        implements Tpdu {}
