package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of secrets. */
class HashedSecretTest {

    /** The hash was computed by another program: Python's hashlib.pbkdf2_hmac. */
    @Test
    void isTheHashThatOtherProgramsCompute() {
        HashedSecret hashed = HashedSecret.parse(
                "pbkdf2-sha256$100000$MDEyMzQ1Njc4OWFiY2RlZg$pUsGO8YneKEuT4mleeV/j+wxmK/YUhR+0X7jcAr+XjA");
        assertThat(hashed.matches("pässwörd")).isTrue();
        assertThat(hashed.matches("passw\u00f6rd")).isFalse();
        assertThat(hashed.matches("")).isFalse();
    }

    @Test
    void isReadAsItIsWritten() {
        HashedSecret hashed = HashedSecret.of("s3cret-8", 100_000);
        HashedSecret read = HashedSecret.parse(hashed.format());
        assertThat(read).isEqualTo(hashed).hasSameHashCodeAs(hashed);
        assertThat(read.matches("s3cret-8")).isTrue();
    }

    @Test
    void eachHashHasASaltOfItsOwn() {
        assertThat(HashedSecret.of("same", 10)).isNotEqualTo(HashedSecret.of("same", 10));
    }

    @Test
    void printsNothingThatCouldBeGuessedAgainst() {
        assertThat(HashedSecret.of("s3cret-8", 10)).hasToString("HashedSecret[pbkdf2-sha256, 10 rounds]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2hunter2",
                "pbkdf2-sha256$hunter2",
                "bcrypt$600000$MDEyMzQ1Njc4OWFiY2RlZg$hunter2",
                "pbkdf2-sha256$hunter2$MDEyMzQ1Njc4OWFiY2RlZg$AAAA",
                "pbkdf2-sha256$99999$MDEyMzQ1Njc4OWFiY2RlZg$AAAA",
                "pbkdf2-sha256$99999999$MDEyMzQ1Njc4OWFiY2RlZg$AAAA",
                "pbkdf2-sha256$600000$hunter2!$AAAA",
                "pbkdf2-sha256$600000$AAAA$hunter2="
            })
    void whatIsNoHashIsRefusedAndNotRepeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashedSecret.parse(text))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
    }
}
