package io.polygator.gsm.sms.tpdu;

import java.util.Optional;

/** SMS-DELIVER-REPORT, the mobile's answer to a DELIVER or STATUS-REPORT (3GPP TS 23.040 §9.2.2.1a). */
public record SmsDeliverReport(
        Optional<FailureCause> failureCause,
        Optional<ProtocolIdentifier> protocolIdentifier,
        Optional<DataCodingScheme> dataCodingScheme,
        Optional<UserData> userData)
        implements Tpdu {}
