package io.polygator.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which secrets were proven lately, so that not each request costs a slow hash. Holds no secret, only its HMAC under a
 * key that lives and dies with the process, one per account, for a bounded number of accounts. Thread-safe.
 */
final class ProvenSecrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_OCTETS = 32;

    private final InstantSource clock;
    private final Duration validity;
    /** Holds the key; each use takes a copy, which costs less than to look the algorithm up and to begin anew. */
    private final Mac keyed;

    private final Map<AccountId, Proof> proofs = new LinkedHashMap<>();
    private final int most;

    /**
     * @param validity how long a proof counts
     * @param most of how many accounts proofs are kept; beyond, the oldest goes
     */
    ProvenSecrets(InstantSource clock, Duration validity, int most) {
        this.clock = clock;
        this.validity = validity;
        this.most = most;
        byte[] octets = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(octets);
        keyed = keyed(new SecretKeySpec(octets, ALGORITHM));
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    /** Whether this secret was proven for the account as it is now. Compares in constant time. */
    boolean contains(Account account, String secret) {
        byte[] code = code(account, secret);
        synchronized (proofs) {
            Proof proof = proofs.get(account.id());
            return proof != null
                    && clock.instant().isBefore(proof.until())
                    && MessageDigest.isEqual(proof.code(), code);
        }
    }

    /** This secret was proven for the account. */
    void add(Account account, String secret) {
        Proof proof = new Proof(code(account, secret), clock.instant().plus(validity));
        synchronized (proofs) {
            proofs.remove(account.id());
            proofs.put(account.id(), proof);
            if (proofs.size() > most) {
                proofs.remove(proofs.keySet().iterator().next());
            }
        }
    }

    /** The account is another now. */
    void forget(AccountId id) {
        synchronized (proofs) {
            proofs.remove(id);
        }
    }

    int size() {
        synchronized (proofs) {
            return proofs.size();
        }
    }

    /** Covers the hash too: a check that ends after the account has changed cannot prove the new secret. */
    private byte[] code(Account account, String secret) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update((account.id() + "\n" + account.secret().format() + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own HMAC-SHA-256 can be copied", e);
        }
    }

    private record Proof(byte[] code, Instant until) {}
}
