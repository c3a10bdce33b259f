package io.polygator.gateway.selection;

import java.util.Optional;

/**
 * What choosing needs to know of a message.
 *
 * @param sender the sender number asked for, without plus
 * @param bound the channel that sent an earlier segment of the same message
 * @param lastTalked the channel that last exchanged a message with the recipient
 */
public record SelectionQuestion(Optional<String> sender, Optional<String> bound, Optional<String> lastTalked) {}
