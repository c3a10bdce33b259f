package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account may write to, use and receive. */
class RulesTest {

    @ParameterizedTest
    @CsvSource({
        "+7*,      -,      +79991234567,  true",
        "+7*,      -,      0079991234567, true",
        "+7*,      -,      79991234567,   false",
        "7*,       -,      +79991234567,  false",
        "+7*,      -,      +49123,        false",
        "any,      +7900*, +79001234567,  false",
        "any,      +7900*, 79001234567,   false",
        "any,      +7900*, 0079001234567, false",
        "any,      7900*,  +79001234567,  false",
        "any,      +7900*, +79011234567,  true",
        "any,      900,    900,           false",
        "any,      900,    9001,          true",
        "any,      any,    +7999,         false",
        "any,      +*,     79991234567,   true",
        "ACME,     -,      acme,          true",
        "ACME,     -,      ACME2,         false"
    })
    void deniedIsStrongerThanAllowedAndKnowsNumbersWithoutTheirPlus(
            String allowed, String denied, String address, boolean isAllowed) {
        List<PrefixPattern> none = List.of();
        AddressRules rules = new AddressRules(
                List.of(PrefixPattern.parse(allowed)),
                denied.equals("-") ? none : List.of(PrefixPattern.parse(denied)));
        assertThat(rules.allows(address)).isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a*b", "**", " a", "a ", "a\nb", "12345678901234567890123456789012345678901"})
    void whatIsNoPatternIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PrefixPattern.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "all,          true",
        "g8,           true",
        "g8-3,         true",
        "group:moscow, true",
        "g9,           false",
        "g8-4,         false",
        "moscow,       false",
        "group:g8,     false"
    })
    void aGrantIsAChannelItsGatewayOrItsGroup(String text, boolean included) {
        ChannelGrant grant = ChannelGrant.parse(text);
        assertThat(grant.includes("g8-3", "g8", Set.of("moscow"))).isEqualTo(included);
        assertThat(grant.format()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "group:", "tcp:host:1", "g 8", "group:a:b"})
    void whatIsNoNameOfAChannelIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelGrant.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "g8, any,    any,  any,  true",
        "g9, any,    any,  any,  false",
        "g8, +7999*, any,  any,  true",
        "g8, +7998*, any,  any,  false",
        "g8, any,    +49*, any,  true",
        "g8, any,    +48*, any,  false",
        "g8, any,    any,  stop, true",
        "g8, any,    any,  now,  false",
        "g8, +7999*, +49*, ST*,  true"
    })
    void aMessageIsClaimedWhenAllFourMatch(
            String channel, String recipient, String sender, String keyword, boolean claimed) {
        InboundTraits message =
                new InboundTraits("g8-3", "g8", Set.of(), Optional.of("+79991234567"), "+491701", " Stop now");
        assertThat(claim(channel, recipient, sender, keyword).includes(message)).isEqualTo(claimed);
    }

    @Test
    void whatIsNotKnownMatchesAnyOnly() {
        InboundTraits message = new InboundTraits("g8-3", "g8", Set.of(), Optional.empty(), "+491701", "");
        assertThat(claim("all", "any", "any", "any").includes(message)).isTrue();
        assertThat(claim("all", "+*", "any", "any").includes(message)).isFalse();
        assertThat(claim("all", "any", "any", "stop").includes(message)).isFalse();
        assertThat(InboundClaim.nothing().includes(message)).isFalse();
    }

    @Test
    void privateThingsAreNotPrinted() {
        Account account = SomeAccounts.named("acme")
                .with(new Webhook(URI.create("https://a.example/x?token=hunter2"), "0123456789abcdef"));
        assertThat(account.toString())
                .contains("acme")
                .doesNotContain(account.secret().format().split("\\$")[3], "hunter2", "0123456789abcdef");
    }

    private static InboundClaim claim(String channel, String recipient, String sender, String keyword) {
        return new InboundClaim(
                List.of(ChannelGrant.parse(channel)),
                List.of(PrefixPattern.parse(recipient)),
                List.of(PrefixPattern.parse(sender)),
                List.of(PrefixPattern.parse(keyword)));
    }
}
