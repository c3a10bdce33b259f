package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of those who are denied; it is written to the standard error here. */
class AuditLogTest {
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Authenticator authenticator = new Authenticator(
            new MemoryAccounts(List.of(SomeAccounts.named("acme"))),
            Runnable::run,
            new SettableClock(),
            AuthenticatorSettings.defaults());

    @BeforeEach
    void catchTheLog() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveTheStandardErrorBack() {
        System.setErr(standardError);
    }

    @Test
    void namesReasonAccountDoorAndAddressAndNeverTheSecret() {
        deny("acme", "hunter2hunter2");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("Denied (SECRET): account acme at SMPP from 127.0.0.1")
                .doesNotContain("hunter2");
    }

    @Test
    void ofANameThatNoAccountHasAtMostTwoCharactersAreShown() {
        deny("hunter2", "acme");
        deny("hunter2\nforged line", "acme");
        deny("xy", "acme");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("account hu*** (unknown)", "account (no valid name)", "account x*** (unknown)")
                .doesNotContain("hunter2", "forged", "xy");
    }

    @Test
    void aLockOutIsToldWithItsTime() {
        for (int i = 0; i < 5; i++) {
            deny("acme", "wrong");
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("Locked out for PT1S: account acme from 127.0.0.1");
    }

    private void deny(String id, String secret) {
        assertThat(authenticator
                        .authenticate(new Attempt(Door.SMPP, id, secret, InetAddress.getLoopbackAddress()))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Authentication.Denied.class);
    }
}
