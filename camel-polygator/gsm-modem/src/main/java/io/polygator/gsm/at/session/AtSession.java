package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.transport.Transport;
import java.util.concurrent.CompletionStage;

/** One AT dialogue over one link. To be used on the transport's loop only. */
public final class AtSession {

    public AtSession(Transport transport, AtSessionListener listener, AtSessionSettings settings) {
        throw new UnsupportedOperationException("session");
    }

    /** Opens the link; {@link AtSessionListener#onOpen} or {@link AtSessionListener#onClosed} tells. */
    public void open() {
        throw new UnsupportedOperationException("session");
    }

    /** Queues the exchange; the stage completes on the loop, never exceptionally. */
    public CompletionStage<AtReply> exchange(AtExchange exchange) {
        throw new UnsupportedOperationException("session");
    }

    /** Whether nothing runs and nothing waits. */
    public boolean isIdle() {
        throw new UnsupportedOperationException("session");
    }

    /** Forgets what the module was doing, since it told us that it restarted: what runs ends as Lost. */
    public void abandonRunning() {
        throw new UnsupportedOperationException("session");
    }

    /** Closes the link. */
    public void close() {
        throw new UnsupportedOperationException("session");
    }
}
