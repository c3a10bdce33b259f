package io.polygator.gateway.store;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;

/**
 * The last status report of a segment.
 *
 * @param status TP-ST
 * @param timestamp TP-SCTS as it stood on the air: the same in every report about one submission
 * @param count how many reports came, repetitions included
 */
public record ReportSeen(DeliveryStatus status, Octets timestamp, int count) {}
