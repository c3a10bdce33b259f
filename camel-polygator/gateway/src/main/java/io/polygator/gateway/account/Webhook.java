package io.polygator.gateway.account;

import java.net.URI;

/**
 * Where an account's events are posted to.
 *
 * @param url absolute, {@code http} or {@code https}, without a name and password
 * @param secret signs the posts; 16 to 256 characters. It cannot be hashed, since both ends need it as it is
 */
public record Webhook(URI url, String secret) {
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 256;

    public Webhook {
        requireUrl(url);
        requireSecret(secret);
    }

    static URI requireUrl(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("is no absolute http or https URL");
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException("carries a name and password");
        }
        return url;
    }

    static String requireSecret(String secret) {
        if (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET) {
            throw new IllegalArgumentException("has " + secret.length() + " characters");
        }
        return secret;
    }

    /** The URL only, and of it no query, which may carry a token. */
    @Override
    public String toString() {
        return "Webhook[" + url.getScheme() + "://" + url.getAuthority() + "]";
    }
}
