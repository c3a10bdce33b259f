package io.polygator.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header Authorization of the scheme Bearer (RFC 6750 §2.1). */
public final class BearerToken {
    private static final Pattern FORM =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,256}=*) *", Pattern.CASE_INSENSITIVE);

    private BearerToken() {}

    /** The token, if the header's value is one. */
    public static Optional<String> read(@Nullable String authorization) {
        if (authorization == null || authorization.length() > 1024) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(authorization);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /** Nobody has this token, or may use it here. */
    public static ProblemException wrong() {
        return new ProblemException(Problem.unauthorized(
                "the token is wrong", "send a token of an account, or its name and secret: curl -u NAME:SECRET"));
    }
}
