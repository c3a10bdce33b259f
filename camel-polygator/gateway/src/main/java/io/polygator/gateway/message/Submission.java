package io.polygator.gateway.message;

import io.polygator.gsm.sms.alphabet.Alphabet;

/** The gateway's receipt for a message: it is stored and will be sent, or will be reported as failed. */
public record Submission(MessageId id, int segments, Alphabet alphabet) {}
