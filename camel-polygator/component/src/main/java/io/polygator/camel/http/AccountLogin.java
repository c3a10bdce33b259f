package io.polygator.camel.http;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.Attempt;
import io.polygator.gateway.account.Authentication;
import io.polygator.gateway.account.Authentication.Denied;
import io.polygator.gateway.account.Authentication.Granted;
import io.polygator.gateway.account.Door;
import io.polygator.http.BasicCredentials;
import io.polygator.http.BearerToken;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Message;

/** Asks the gatekeeper whether an account may come in by HTTP. */
final class AccountLogin {
    /** Set by netty-http from the connection; a header of this name in the request is overwritten. */
    static final String REMOTE_ADDRESS = "CamelNettyRemoteAddress";

    /** All 64 secrets that may be checked at once take less, even with one processor. */
    private static final int PATIENCE_SECONDS = 60;

    private static final int SECONDS_UNTIL_LESS_BUSY = 1;

    private AccountLogin() {}

    /**
     * The account, as it is now. Waits while a secret is hashed, which is done once in ten minutes for each account.
     *
     * @throws ProblemException 401 whatever is wrong; 429 after too many guesses; 503 when too many come in at once
     */
    static Account check(BasicCredentials credentials, Message message, Gatekeeper gatekeeper) throws ProblemException {
        Authentication answer = await(
                gatekeeper, new Attempt(Door.HTTP, credentials.user(), credentials.password(), remoteAddress(message)));
        if (answer instanceof Granted granted) {
            return granted.account();
        }
        throw refusal((Denied) answer, BasicCredentials.wrong());
    }

    /**
     * The account of a token, as it is now.
     *
     * @throws ProblemException 401 whatever is wrong; 429 after too many guesses
     */
    static Account check(String token, Message message, Gatekeeper gatekeeper) throws ProblemException {
        Authentication answer = gatekeeper.authenticator().authenticate(Door.HTTP, token, remoteAddress(message));
        if (answer instanceof Granted granted) {
            return granted.account();
        }
        throw refusal((Denied) answer, BearerToken.wrong());
    }

    private static InetAddress remoteAddress(Message message) {
        if (message.getHeader(REMOTE_ADDRESS) instanceof InetSocketAddress remote && remote.getAddress() != null) {
            return remote.getAddress();
        }
        throw new IllegalStateException("no address of the client in header " + REMOTE_ADDRESS
                + ": httpAccess belongs into routes from netty-http");
    }

    private static Authentication await(Gatekeeper gatekeeper, Attempt attempt) throws ProblemException {
        try {
            return gatekeeper
                    .authenticator()
                    .authenticate(attempt)
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw busy(SECONDS_UNTIL_LESS_BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(SECONDS_UNTIL_LESS_BUSY);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the credentials could not be checked", e.getCause());
        }
    }

    private static ProblemException refusal(Denied denied, ProblemException wrong) {
        return switch (denied.reason()) {
            case LOCKED_OUT ->
                new ProblemException(Problem.tooMany(
                        "locked_out",
                        "too many wrong passwords came from this address",
                        RetryAfter.seconds(denied.retryAfter())));
            case BUSY -> busy(RetryAfter.seconds(denied.retryAfter()));
            case UNKNOWN, DISABLED, NETWORK, DOOR, SECRET -> wrong;
        };
    }

    private static ProblemException busy(int retryAfter) {
        return new ProblemException(
                Problem.notNow("too many requests with new credentials come in at once", retryAfter));
    }
}
