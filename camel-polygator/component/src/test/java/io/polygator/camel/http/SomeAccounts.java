package io.polygator.camel.http;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.DoorOptions;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.HashedToken;
import io.polygator.gateway.account.HttpOptions;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.ModemOptions;
import io.polygator.gateway.account.SmppOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Accounts with one secret, since hashing takes its time. */
final class SomeAccounts {
    static final String SECRET = "correct horse";
    private static final HashedSecret HASHED = HashedSecret.of(SECRET);

    private SomeAccounts() {}

    static Account account(String id, AccountAccess access, Set<HttpScope> scopes, HashedToken... tokens) {
        return Account.of(id, HASHED, access)
                .with(new DoorOptions(
                        new HttpOptions(scopes, List.of(tokens)), SmppOptions.defaults(), ModemOptions.defaults()));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
