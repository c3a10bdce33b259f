package io.polygator.gateway.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which account a token belongs to. Made anew when an account has changed. Thread-safe. */
final class TokenIndex {
    private final Accounts accounts;
    private volatile @Nullable Map<String, AccountId> byHash;

    TokenIndex(Accounts accounts) {
        this.accounts = accounts;
        accounts.listen(change -> byHash = null);
    }

    /** The account of this token, as it is now. */
    Optional<Account> find(String token) {
        String hash = HashedToken.hashOf(token);
        return Optional.ofNullable(index().get(hash))
                .flatMap(id -> accounts.find(id.value()))
                .filter(account -> has(account, hash));
    }

    /** The index may be made while an account loses the token. */
    private static boolean has(Account account, String hash) {
        return account.doors().http().tokens().stream()
                .anyMatch(token -> token.hash().equals(hash));
    }

    private Map<String, AccountId> index() {
        Map<String, AccountId> known = byHash;
        if (known == null) {
            Map<String, AccountId> made = new HashMap<>();
            for (Account account : accounts.all()) {
                account.doors().http().tokens().forEach(token -> made.put(token.hash(), account.id()));
            }
            known = made;
            byHash = known;
        }
        return known;
    }
}
