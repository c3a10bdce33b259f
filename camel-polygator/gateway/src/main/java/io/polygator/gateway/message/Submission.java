package io.polygator.gateway.message;

import io.polygator.gsm.sms.alphabet.Alphabet;
import java.time.Instant;
import java.util.Optional;

/**
 * The gateway's receipt for a message: it is stored and will be sent, or will be reported as failed.
 *
 * @param expectedAt when it will leave, as things are; empty when that cannot be told, or when it is an earlier message
 *     with the same idempotency key
 */
public record Submission(MessageId id, int segments, Alphabet alphabet, Optional<Instant> expectedAt) {}
