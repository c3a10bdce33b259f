package io.polygator.camel.http;

import io.polygator.http.BasicAccess;
import io.polygator.http.ProblemException;
import org.apache.camel.Handler;
import org.apache.camel.Message;

/** First step of every HTTP route: lets only requests with the right credentials pass. */
public final class HttpAccess {
    /** The property of an exchange that names its user. */
    static final String USER = "PolygatorHttpUser";

    private static final String AUTHORIZATION = "Authorization";

    private final BasicAccess access;

    public HttpAccess(BasicAccess access) {
        this.access = access;
    }

    /** Fails with the problem 401 or 503; afterwards the credentials are gone from the message. */
    @Handler
    public void check(Message message) throws ProblemException {
        String user = access.check(message.getHeader(AUTHORIZATION, String.class));
        message.getExchange().setProperty(USER, user);
        message.removeHeader(AUTHORIZATION);
    }
}
