package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HashedToken;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.http.BasicCredentials;
import io.polygator.http.BearerToken;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAccessTest {
    private static final HttpUser BOSS =
            new HttpUser(new BasicCredentials("boss", "a long password"), EnumSet.allOf(HttpScope.class));

    private static final HashedToken.Drawn ACME = HashedToken.draw("acme");
    private static final HashedToken.Drawn KANNEL = HashedToken.draw("kannel");
    private static final HashedToken.Drawn FAR = HashedToken.draw("far");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MemoryAccounts accounts = new MemoryAccounts(List.of(
            SomeAccounts.account(
                    "acme", AccountAccess.fromThisMachine(Set.of(Door.HTTP)), Set.of(HttpScope.SEND), ACME.hashed()),
            SomeAccounts.account(
                    "kannel",
                    AccountAccess.fromThisMachine(Set.of(Door.SMPP)),
                    Set.of(HttpScope.SEND),
                    KANNEL.hashed()),
            SomeAccounts.account(
                    "far",
                    new AccountAccess(AccountState.ACTIVE, Set.of(Door.HTTP), List.of(Network.parse("192.0.2.0/24"))),
                    Set.of(HttpScope.SEND),
                    FAR.hashed())));
    private final Gatekeeper gatekeeper = Gatekeeper.of(accounts);
    private final HttpAccess access = new HttpAccess(Optional.of(BOSS));

    @BeforeEach
    void theComponentKnowsTheAccounts() {
        PolygatorComponent component = new PolygatorComponent();
        component.setGatekeeper(gatekeeper);
        camel.addComponent(PolygatorConstants.SCHEME, component);
    }

    @AfterEach
    void close() {
        gatekeeper.close();
    }

    @Test
    void anAccountComesInAndWhatFollowsIsDoneInItsName() throws ProblemException {
        Message message = request("acme", SomeAccounts.SECRET);

        access.send(message);
        assertThat(message.getHeader("Authorization")).isNull();
        Caller.takeOver(message);

        assertThat(message.getHeaders())
                .containsOnlyKeys(PolygatorConstants.ACCOUNT)
                .containsValue("acme");
        assertThat(Caller.of(message.getExchange()).map(Caller::submitter)).contains("http acme");
    }

    @Test
    void theOneUserNamesNoAccountAndMayDoEverything() throws ProblemException {
        Message message = request("boss", "a long password");

        access.control(message);
        Caller.takeOver(message);

        assertThat(message.getHeaders()).isEmpty();
        assertThat(Caller.has(HttpScope.UNMASKED, message.getExchange())).isTrue();
    }

    @Test
    void aMissingScopeIsNamedWithTheRemedy() {
        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> access.control(request("acme", SomeAccounts.SECRET)))
                .problem();

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.detail()).isEqualTo("acme has not the scope control");
        assertThat(problem.remedy()).isEqualTo("add control to http.scopes of acme in the file of accounts");
    }

    @ParameterizedTest
    @CsvSource({"acme,wrong", "nobody,correct horse", "kannel,correct horse", "far,correct horse", "boss,wrong"})
    void whateverIsWrongTheAnswerIsTheSame(String user, String password) {
        assertThat(refused(user, password)).isEqualTo(BasicCredentials.wrong().problem());
    }

    @Test
    void guessingEndsInALockOutThatSaysHowLong() {
        Problem last = refused("acme", "guess");
        for (int guess = 0; guess < 10 && last.status() == 401; guess++) {
            last = refused("acme", "guess");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.retryAfter()).isBetween(1, 900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer  "})
    void aTokenSaysItselfWhoseItIs(String scheme) throws ProblemException {
        Message message = request(scheme + ACME.token());

        access.send(message);
        assertThat(message.getHeader("Authorization")).isNull();
        Caller.takeOver(message);

        assertThat(message.getHeaders())
                .containsOnlyKeys(PolygatorConstants.ACCOUNT)
                .containsValue("acme");
        assertThat(Caller.of(message.getExchange()).map(Caller::submitter)).contains("http acme");
    }

    @Test
    void aTokenHasTheScopesOfItsAccountOnly() {
        Problem problem = refused(() -> access.read(request("Bearer " + ACME.token())));

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.detail()).isEqualTo("acme has not the scope read");
        assertThat(problem.remedy()).isEqualTo("add read to http.scopes of acme in the file of accounts");
    }

    @ParameterizedTest
    @MethodSource("tokensThatOpenNothing")
    void whateverIsWrongWithATokenTheAnswerIsTheSame(String token) {
        assertThat(refused(() -> access.send(request("Bearer " + token))))
                .isEqualTo(BearerToken.wrong().problem());
    }

    static List<String> tokensThatOpenNothing() {
        return List.of(HashedToken.draw("acme").token(), KANNEL.token(), FAR.token());
    }

    @Test
    void guessingTokensEndsInALockOutForRightOnesToo() {
        Problem last = refused(() -> access.send(request("Bearer pgt_guess")));
        for (int guess = 0; guess < 50 && last.status() == 401; guess++) {
            last = refused(() -> access.send(request("Bearer pgt_guess")));
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.retryAfter()).isBetween(1, 900);
        assertThat(refused(() -> access.send(request("Bearer " + ACME.token()))).code())
                .isEqualTo("locked_out");
    }

    @Test
    void withoutUserAndAccountsTheRemedyIsNamed() {
        accounts.replaceAll(List.of());

        Problem problem = catchThrowableOfType(ProblemException.class, () -> new HttpAccess(Optional.empty())
                        .read(request("acme", SomeAccounts.SECRET)))
                .problem();

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.remedy())
                .contains("polygator.http.user", "polygator.http.password", "camel.component.polygator.accounts-file");
    }

    @Test
    void aRequestFromNowhereIsNobodys() {
        Message message = request("acme", SomeAccounts.SECRET);
        message.setHeader(AccountLogin.REMOTE_ADDRESS, "/127.0.0.1:4711");

        assertThatThrownBy(() -> access.send(message))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("netty-http");
    }

    private Problem refused(String user, String password) {
        return refused(() -> access.send(request(user, password)));
    }

    private static Problem refused(ThrowingCallable attempt) {
        return catchThrowableOfType(ProblemException.class, attempt).problem();
    }

    private Message request(String user, String password) {
        return request(SomeAccounts.basic(user, password));
    }

    private Message request(String authorization) {
        Message message = new DefaultExchange(camel).getMessage();
        message.setHeader("Authorization", authorization);
        message.setHeader(AccountLogin.REMOTE_ADDRESS, new InetSocketAddress("127.0.0.1", 4711));
        return message;
    }
}
