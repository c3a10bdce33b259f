package io.polygator.gsm.sms.tpdu;

import java.util.Optional;

/**
 * SMS-STATUS-REPORT, from the service centre to the mobile (3GPP TS 23.040 §9.2.2.3).
 *
 * @param moreMessagesToSend whether the service centre holds more for this mobile; the inverse of the TP-MMS bit
 * @param loopPrevention TP-LP
 * @param answersCommand TP-SRQ: about an SMS-COMMAND, not about an SMS-SUBMIT
 * @param reference TP-MR of the submitted message
 * @param recipient TP-RA, often typed otherwise than the TP-DA that was sent
 * @param timestamp TP-SCTS of the original submission
 * @param dischargeTime TP-DT, when the status was reached
 * @param status TP-ST
 * @param parameters what follows TP-PI; empty when the report ends before TP-PI, as most do
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
        Optional<OptionalParameters> parameters)
        implements Tpdu {

    /** A report about an SMS-SUBMIT, without optional parameters. */
    public static SmsStatusReport of(
            MessageReference reference,
            SmsAddress recipient,
            ServiceCentreTimestamp timestamp,
            ServiceCentreTimestamp dischargeTime,
            DeliveryStatus status) {
        return new SmsStatusReport(
                false, false, false, reference, recipient, timestamp, dischargeTime, status, Optional.empty());
    }
}
