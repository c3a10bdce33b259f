package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;

/** TP-VP in its three formats, or none (3GPP TS 23.040 §9.2.3.12). */
public sealed interface ValidityPeriod {
    /** No TP-VP: the service centre decides. */
    record None() implements ValidityPeriod {}

    /** One octet, 5 minutes to 63 weeks (§9.2.3.12.1). */
    record Relative(int octet) implements ValidityPeriod {}

    /** A point in time (§9.2.3.12.2). */
    record Absolute(ServiceCentreTimestamp until) implements ValidityPeriod {}

    /** Seven octets (§9.2.3.12.3). */
    record Enhanced(Octets octets) implements ValidityPeriod {}
}
