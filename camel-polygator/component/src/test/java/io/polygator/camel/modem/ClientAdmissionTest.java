package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.modem.PolygatorModemConfiguration.Login;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.virtualmodem.AtServerSettings;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may be a client of a modem, and who of them must log in, by the address that the client has. */
class ClientAdmissionTest {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String ANOTHER_MACHINE = "192.0.2.7";

    private final Gatekeeper gatekeeper = Gatekeeper.of(new MemoryAccounts(List.of(Account.of(
            "acme",
            HashedSecret.of("secret"),
            new AccountAccess(
                    AccountState.ACTIVE,
                    Set.of(Door.MODEM),
                    List.of(Network.parse("127.0.0.0/8"), Network.parse("192.0.2.0/24")))))));

    @AfterEach
    void close() {
        gatekeeper.close();
    }

    private Optional<AtServerSettings> admitted(Optional<String> account, Login login, String from) throws Exception {
        return new ClientAdmission(gatekeeper, account, login).admit(InetAddress.getByName(from), new ManualLoop());
    }

    @ParameterizedTest
    @CsvSource({
        "none, 127.0.0.1, false",
        "none, 192.0.2.7, false",
        "optional, 127.0.0.1, false",
        "optional, 192.0.2.7, true",
        "required, 127.0.0.1, true",
        "required, 192.0.2.7, true"
    })
    void theOptionAndTheAddressSayWhoMustLogIn(Login login, String from, boolean mustLogIn) throws Exception {
        assertThat(admitted(Optional.of("acme"), login, from))
                .hasValueSatisfying(
                        settings -> assertThat(settings.login().isPresent()).isEqualTo(mustLogIn));
    }

    @Test
    void whoComesFromElsewhereThanTheAccountSaysIsNoClient() throws Exception {
        assertThat(admitted(Optional.of("acme"), Login.none, "198.51.100.1")).isEmpty();
        assertThat(admitted(Optional.of("acme"), Login.required, "198.51.100.1"))
                .isEmpty();
    }

    @Test
    void withoutAnAccountOnlyThisMachineIsAClient() throws Exception {
        assertThat(admitted(Optional.empty(), Login.none, THIS_MACHINE)).isPresent();
        assertThat(admitted(Optional.empty(), Login.none, ANOTHER_MACHINE)).isEmpty();
    }
}
