package io.polygator.smpp.session;

import io.polygator.smpp.esme.EsmeListener;
import io.polygator.smpp.esme.SmppAuthenticator;
import io.polygator.smpp.esme.SmppRequests;
import java.time.InstantSource;

/**
 * What all sessions of a server share.
 *
 * @param systemId ours, in the responses to binds; at most 15 ASCII characters
 */
public record SessionContext(
        String systemId,
        SessionTimers timers,
        SessionLimits limits,
        BindErrors bindErrors,
        SmppAuthenticator authenticator,
        SmppRequests requests,
        EsmeListener listener,
        Accounts accounts,
        Visitors visitors,
        InstantSource clock) {
    private static final int MOST_SYSTEM_ID = 15;

    public SessionContext {
        if (systemId.length() > MOST_SYSTEM_ID || !systemId.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("systemId must be at most " + MOST_SYSTEM_ID + " ASCII characters");
        }
    }
}
