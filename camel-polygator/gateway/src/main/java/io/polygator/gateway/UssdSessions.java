package io.polygator.gateway;

import io.polygator.gateway.message.UssdTurn;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Dialogues with the network over USSD, of several turns. A session belongs to whoever opened it, has its channel for
 * itself, and ends with the network's last word, by being cancelled, or when nobody answers in time. Thread-safe.
 */
public interface UssdSessions {

    /**
     * Begins a dialogue with a service code; there is a session if the network asks for an answer. Fails with
     * {@link UssdBusyException} while the channel has another, and with IllegalArgumentException when there is no such
     * channel.
     *
     * @param owner who alone may go on with it; empty for somebody who may do everything
     */
    CompletionStage<UssdTurn> open(String channel, String code, Optional<String> owner);

    /**
     * Answers the network's question. Fails with {@link UnknownUssdSessionException} when there is no such session of
     * this owner (any more), and with {@link UssdBusyException} while an answer is on its way.
     *
     * @param owner whose session it must be; empty for anybody's
     */
    CompletionStage<UssdTurn> answer(String session, String text, Optional<String> owner);

    /** Ends a session; fails with {@link UnknownUssdSessionException} when there is none of this owner. */
    CompletionStage<Void> cancel(String session, Optional<String> owner);
}
