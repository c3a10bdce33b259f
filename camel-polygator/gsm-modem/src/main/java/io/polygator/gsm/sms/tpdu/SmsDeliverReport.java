package io.polygator.gsm.sms.tpdu;

import java.util.Optional;

/**
 * SMS-DELIVER-REPORT, the mobile's answer to a DELIVER or STATUS-REPORT (3GPP TS 23.040 §9.2.2.1a).
 *
 * @param failureCause why the mobile refuses the message; empty when it took it
 */
public record SmsDeliverReport(Optional<FailureCause> failureCause, OptionalParameters parameters) implements Tpdu {}
