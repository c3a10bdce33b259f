package io.polygator.smpp.esme;

import java.time.Instant;

/**
 * How a session is doing, for health and metrics.
 *
 * @param submits requests with a message that came in
 * @param refused those of them that were not accepted
 * @param deliveries deliver_sm that went out
 * @param acknowledged those of them that the ESME took
 * @param unansweredSubmits in work now
 * @param unacknowledgedDeliveries out now
 * @param freeDeliveries how many more may go out now
 */
public record BindStatus(
        Esme esme,
        Instant since,
        long submits,
        long refused,
        long deliveries,
        long acknowledged,
        int unansweredSubmits,
        int unacknowledgedDeliveries,
        int freeDeliveries) {}
