package io.polygator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.http.BasicAccess.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicAccessTest {

    private final BasicAccess access =
            new BasicAccess(Optional.of(new Credentials("crm", "пароль:1")), "set polygator.http.user");

    @Test
    void letsTheRightOneIn() throws ProblemException {
        assertThat(access.check(basic("crm:пароль:1"))).isEqualTo("crm");
        assertThatCode(() -> access.check(basic("crm:пароль:1").replace("Basic", "bAsIc")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:", "crm:wrong", "CRM:пароль:1", ":", "", "crm:пароль:1 "})
    void refusesAnybodyElse(String credentials) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> access.check(basic(credentials)));

        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.problem().remedy()).contains("curl -u");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic", "Basic %%%"})
    void refusesHeadersOfAnotherKind(String header) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> access.check(header));

        assertThat(refused.problem().status()).isEqualTo(401);
    }

    @Test
    void refusesRequestsWithoutCredentials() {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> access.check(null));

        assertThat(refused.problem().status()).isEqualTo(401);
    }

    @Test
    void withoutConfiguredCredentialsNobodyGetsInAndTheRemedyIsNamed() {
        BasicAccess closed = new BasicAccess(Optional.empty(), "set polygator.http.user");

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> closed.check(basic("crm:x")));

        assertThat(refused.problem().status()).isEqualTo(503);
        assertThat(refused.problem().remedy()).isEqualTo("set polygator.http.user");
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(new Credentials("crm", "secret")).hasToString("Credentials[user=crm]");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
