package io.polygator.camel.http;

import io.polygator.gateway.account.HttpScope;
import io.polygator.http.BasicCredentials;
import java.util.Set;

/**
 * The one user of a simple installation. It is no account: it sees and changes the messages of all, and nothing limits it.
 *
 * @param scopes what it may do
 */
public record HttpUser(BasicCredentials credentials, Set<HttpScope> scopes) {

    public HttpUser {
        scopes = Set.copyOf(scopes);
    }
}
