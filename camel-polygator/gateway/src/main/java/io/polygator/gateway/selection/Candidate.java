package io.polygator.gateway.selection;

import java.util.Optional;

/**
 * A channel that may send a message, as far as choosing needs to know it.
 *
 * @param ownNumber the number of its SIM, without plus, when known
 * @param load how much it has sent lately, in segments
 * @param lastTurn the number of its last turn; a channel that never had one has 0
 */
public record Candidate(String channel, Optional<String> ownNumber, long load, long lastTurn) {}
