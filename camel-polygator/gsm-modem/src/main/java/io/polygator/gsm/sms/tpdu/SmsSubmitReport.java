package io.polygator.gsm.sms.tpdu;

import java.util.Optional;

/**
 * SMS-SUBMIT-REPORT, the service centre's answer to a SUBMIT (3GPP TS 23.040 §9.2.2.2a).
 *
 * @param failureCause why the message was refused; empty when it was taken
 * @param timestamp TP-SCTS, when the service centre received the SUBMIT
 */
public record SmsSubmitReport(
        Optional<FailureCause> failureCause, ServiceCentreTimestamp timestamp, OptionalParameters parameters)
        implements Tpdu {}
