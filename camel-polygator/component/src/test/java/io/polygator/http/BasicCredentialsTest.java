package io.polygator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
    private static final BasicCredentials CRM = new BasicCredentials("crm", "пароль:1");

    @Test
    void thePasswordIsAllBehindTheFirstColon() throws ProblemException {
        assertThat(BasicCredentials.read(basic("crm:пароль:1"))).isEqualTo(CRM);
        assertThat(BasicCredentials.read(basic("crm:пароль:1").replace("Basic", "bAsIc")))
                .isEqualTo(CRM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:", "crm:wrong", "CRM:пароль:1", ":", "crm:пароль:1 "})
    void onlyTheSameMatch(String credentials) throws ProblemException {
        assertThat(BasicCredentials.read(basic(credentials)).matches(CRM)).isFalse();
        assertThat(BasicCredentials.read(basic("crm:пароль:1")).matches(CRM)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Bearer x", "Basic", "Basic %%%", "Basic Y3Jt"})
    void headersOfAnotherKindAreRefused(@Nullable String header) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> BasicCredentials.read(header));

        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.problem().remedy()).contains("curl -u");
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(new BasicCredentials("crm", "secret")).hasToString("BasicCredentials[user=crm]");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
