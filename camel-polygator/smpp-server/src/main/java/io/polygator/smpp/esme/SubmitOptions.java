package io.polygator.smpp.esme;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a message is to be handled.
 *
 * @param serviceType empty for the default one
 * @param segments how many short messages the text is on the air, 1 to 255
 * @param protocolIdentifier TP-PID, 0 to 255
 * @param replyPath whether the reply may be sent through the same service centre
 * @param priority 0 (normal) to 3
 * @param scheduledAt not before
 * @param validity from now on, waiting included; what the ESME asked for, cut to the longest it may
 * @param userMessageReference 0 to 65535, to be quoted in receipts
 * @param ussdOperation ussd_service_op, 0 to 255, for service type USSD
 */
public record SubmitOptions(
        String serviceType,
        MessagingMode mode,
        int segments,
        int protocolIdentifier,
        boolean replyPath,
        int priority,
        Optional<Instant> scheduledAt,
        Optional<Duration> validity,
        ReceiptWishes receipts,
        Replacement replacement,
        OptionalInt userMessageReference,
        OptionalInt ussdOperation) {}
