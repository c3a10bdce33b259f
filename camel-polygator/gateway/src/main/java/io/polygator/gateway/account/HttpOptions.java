package io.polygator.gateway.account;

import java.util.List;
import java.util.Set;

/**
 * What belongs to the HTTP door.
 *
 * @param scopes what the account may do
 * @param tokens what proves it besides its secret
 */
public record HttpOptions(Set<HttpScope> scopes, List<HashedToken> tokens) {

    /** The account has no tokens. */
    public HttpOptions(Set<HttpScope> scopes) {
        this(scopes, List.of());
    }

    public HttpOptions {
        scopes = Set.copyOf(scopes);
        tokens = List.copyOf(tokens);
    }

    /** Send and read. */
    public static HttpOptions defaults() {
        return new HttpOptions(Set.of(HttpScope.SEND, HttpScope.READ));
    }
}
