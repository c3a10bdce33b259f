package io.polygator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets requests in that carry the right name and password (RFC 7617). Compares in constant time. Thread-safe. */
public final class BasicAccess {
    private static final String SCHEME = "Basic ";
    private static final int LONGEST_HEADER = 1024;

    private final Optional<Credentials> expected;
    private final String remedy;

    /**
     * Access with one name and password.
     *
     * @param credentials empty when none are configured: nobody gets in
     * @param remedy what to configure then
     */
    public BasicAccess(Optional<Credentials> credentials, String remedy) {
        this.expected = credentials;
        this.remedy = remedy;
    }

    /** A name and its password. */
    public record Credentials(String user, String password) {
        private byte[] digest() {
            return digestOf((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        }

        /** The name only. */
        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    /**
     * Passes if the value of the header Authorization is right, and throws the problem to answer with if not.
     *
     * @return the name of the user
     */
    public String check(@Nullable String authorization) throws ProblemException {
        if (expected.isEmpty()) {
            throw new ProblemException(Problem.unavailable("no user of the HTTP API is configured", remedy));
        }
        if (authorization == null) {
            throw unauthorized("the request carries no credentials");
        }
        if (!MessageDigest.isEqual(expected.get().digest(), digestOf(decode(authorization)))) {
            throw unauthorized("name or password is wrong");
        }
        return expected.get().user();
    }

    private static byte[] decode(String authorization) throws ProblemException {
        if (authorization.length() > LONGEST_HEADER
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized("the header Authorization is not of the scheme Basic");
        }
        try {
            return Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException e) {
            throw unauthorized("the header Authorization is no Base64");
        }
    }

    private static ProblemException unauthorized(String detail) {
        return new ProblemException(
                Problem.unauthorized(detail, "send the name and password of the HTTP API: curl -u NAME:PASSWORD"));
    }

    private static byte[] digestOf(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
