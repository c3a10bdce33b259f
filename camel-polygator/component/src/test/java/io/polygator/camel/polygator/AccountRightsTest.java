package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.MemoryAccounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;

class AccountRightsTest {
    private static final Account DEMO = MemoryAccounts.demo().find("demo").orElseThrow();

    private final CamelContext context = new DefaultCamelContext();
    private final AccountRights rights = new AccountRights(
            OpenGateway.borrowed(new RememberingGateway(), Map.of()),
            new MemoryAccounts(List.of(
                    DEMO,
                    Account.of(
                            "left",
                            DEMO.secret(),
                            new AccountAccess(AccountState.DISABLED, Set.of(Door.SMPP), List.of())))));

    private Message of(String account) {
        Message message = new DefaultMessage(context);
        message.setHeader(PolygatorConstants.ACCOUNT, account);
        return message;
    }

    @Test
    void whoNamesNoAccountHasNone() throws SubmitRefusedException {
        assertThat(rights.of(new DefaultMessage(context))).isEmpty();
    }

    @Test
    void anActiveAccountIsFound() throws SubmitRefusedException {
        assertThat(rights.of(of("demo"))).contains(DEMO);
    }

    @Test
    void anAccountThatIsDisabledOrGoneSendsNothingMoreThroughWhatIsStillOpen() {
        assertThatThrownBy(() -> rights.of(of("left")))
                .isInstanceOf(SubmitRefusedException.class)
                .hasMessage("account: account left is disabled");
        assertThatThrownBy(() -> rights.of(of("nobody")))
                .isInstanceOf(SubmitRefusedException.class)
                .hasMessage("account: there is no account nobody");
    }
}
