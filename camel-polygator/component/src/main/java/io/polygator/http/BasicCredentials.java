package io.polygator.http;

import io.polygator.gsm.octets.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A name and its password, as HTTP Basic carries them (RFC 7617).
 *
 * @param user without a colon
 */
public record BasicCredentials(String user, String password) {
    private static final String SCHEME = "Basic ";
    private static final int LONGEST_HEADER = 1024;

    /** Reads the value of the header Authorization, and throws the problem to answer with if it is none of this kind. */
    public static BasicCredentials read(@Nullable String authorization) throws ProblemException {
        if (authorization == null) {
            throw unauthorized("the request carries no credentials");
        }
        if (authorization.length() > LONGEST_HEADER
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized("the header Authorization is not of the scheme Basic");
        }
        String pair = decode(authorization.substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw wrong();
        }
        return new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static String decode(String base64) throws ProblemException {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unauthorized("the header Authorization is no Base64");
        }
    }

    /** Nobody has this name and this password; which of the two is wrong is not told. */
    public static ProblemException wrong() {
        return unauthorized("name or password is wrong");
    }

    private static ProblemException unauthorized(String detail) {
        return new ProblemException(
                Problem.unauthorized(detail, "send the name and password of the HTTP API: curl -u NAME:PASSWORD"));
    }

    /** Whether both are the same, in a time that does not tell where they differ. */
    public boolean matches(BasicCredentials other) {
        return MessageDigest.isEqual(digest(), other.digest());
    }

    private byte[] digest() {
        return Sha256.of(user + ":" + password);
    }

    /** The name only. */
    @Override
    public String toString() {
        return "BasicCredentials[user=" + user + "]";
    }
}
