package io.polygator.gateway.channel;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;

/**
 * The time from when a SIM comes up in a channel to when it goes, or its module restarts.
 *
 * @param number counts the sessions of a channel
 * @param imsi the SIM, when known
 * @param lastReference the last TP-MR that the SIM had used when it came up, where it tells
 */
public record SimSession(long number, Optional<String> imsi, Optional<MessageReference> lastReference) {}
