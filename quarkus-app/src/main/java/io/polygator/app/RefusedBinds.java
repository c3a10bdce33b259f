package io.polygator.app;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.Session;
import org.jsmpp.session.SessionStateListener;

/**
 * Hears of the sessions with the upstream SMSC and lets an attempt to bind end once it is refused. Left alone, camel-smpp
 * would ask again and again on the thread that starts the route, and that starts nothing else meanwhile; so the route
 * fails to start, and the route controller tries it again.
 */
@RegisterForReflection
public final class RefusedBinds implements SessionStateListener {

    /** @throws IllegalStateException when a bind is refused; camel-smpp, which hears of it next, does not then */
    @Override
    public void onStateChange(SessionState now, SessionState before, Session session) {
        if (now == SessionState.CLOSED && before == SessionState.OPEN) {
            throw new Refused();
        }
    }

    /** Without a stack trace, since jSMPP writes it into the log. */
    private static final class Refused extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Refused() {
            super("the upstream SMSC refused the bind, or did not answer it: see polygator.smpp.upstream.*");
            setStackTrace(new StackTraceElement[0]);
        }
    }
}
