package io.polygator.camel.http;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.HttpScope;
import io.polygator.http.BasicCredentials;
import io.polygator.http.BearerToken;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Message;

/**
 * First step of every HTTP route: lets only those pass who may do what the route does. Those are the one user, and the
 * accounts of the {@code polygator} component. Afterwards the credentials are gone from the message.
 */
public final class HttpAccess {
    private static final String AUTHORIZATION = "Authorization";

    private final Optional<HttpUser> user;

    /** @param user the one user besides the accounts; empty for none */
    public HttpAccess(Optional<HttpUser> user) {
        this.user = user;
    }

    /** Lets those pass who may submit, replace and cancel messages. */
    public void send(Message message) throws ProblemException {
        admit(message, HttpScope.SEND);
    }

    /** Lets those pass who may see messages and channels. */
    public void read(Message message) throws ProblemException {
        admit(message, HttpScope.READ);
    }

    /** Lets those pass who may control channels, send USSD codes and settle dead letters. */
    public void control(Message message) throws ProblemException {
        admit(message, HttpScope.CONTROL);
    }

    private void admit(Message message, HttpScope scope) throws ProblemException {
        Caller caller = caller(message);
        if (!caller.scopes().contains(scope)) {
            String name = scope.name().toLowerCase(Locale.ROOT);
            throw new ProblemException(Problem.forbidden(
                    caller.name() + " has not the scope " + name,
                    "add " + name + " to http.scopes of " + caller.name() + " in the file of accounts"));
        }
        message.removeHeader(AUTHORIZATION);
        caller.enter(message.getExchange());
    }

    private Caller caller(Message message) throws ProblemException {
        Gatekeeper gatekeeper = gatekeeper(message);
        boolean accountsExist = !gatekeeper.accounts().all().isEmpty();
        if (user.isEmpty() && !accountsExist) {
            throw new ProblemException(Problem.unavailable(
                    "no user of the HTTP API is configured",
                    "set polygator.http.user and polygator.http.password, or"
                            + " camel.component.polygator.accounts-file"));
        }
        String authorization = message.getHeader(AUTHORIZATION, String.class);
        Optional<String> token = BearerToken.read(authorization);
        if (token.isPresent()) {
            return Caller.of(AccountLogin.check(token.get(), message, gatekeeper), gatekeeper.rates());
        }
        BasicCredentials credentials = BasicCredentials.read(authorization);
        if (user.isPresent() && user.get().credentials().matches(credentials)) {
            return Caller.of(user.get());
        }
        if (!accountsExist) {
            throw BasicCredentials.wrong();
        }
        return Caller.of(AccountLogin.check(credentials, message, gatekeeper), gatekeeper.rates());
    }

    private static Gatekeeper gatekeeper(Message message) {
        return message.getExchange()
                .getContext()
                .getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .gatekeeper();
    }
}
