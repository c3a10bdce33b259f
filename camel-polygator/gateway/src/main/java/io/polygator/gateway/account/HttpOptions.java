package io.polygator.gateway.account;

import java.util.Set;

/**
 * What belongs to the HTTP door.
 *
 * @param scopes what the account may do
 */
public record HttpOptions(Set<HttpScope> scopes) {

    public HttpOptions {
        scopes = Set.copyOf(scopes);
    }

    /** Send and read. */
    public static HttpOptions defaults() {
        return new HttpOptions(Set.of(HttpScope.SEND, HttpScope.READ));
    }
}
