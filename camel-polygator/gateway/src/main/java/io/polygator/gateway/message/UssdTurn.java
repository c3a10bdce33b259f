package io.polygator.gateway.message;

import io.polygator.gsm.modem.UssdReply;
import java.util.Optional;

/**
 * What the network said in a USSD dialogue.
 *
 * @param session the session that goes on, when the network asks for an answer
 */
public record UssdTurn(String channel, UssdReply reply, Optional<UssdSession> session) {}
