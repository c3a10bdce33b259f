package io.polygator.gateway.account;

import java.net.InetAddress;

/**
 * Somebody wants in.
 *
 * @param door where
 * @param id who it says it is; any text
 * @param secret what it says to prove it; any text
 * @param remote where it comes from
 */
public record Attempt(Door door, String id, String secret, InetAddress remote) {

    /** Without the secret; and without the name, since people type a secret there by mistake. */
    @Override
    public String toString() {
        return "Attempt[door=" + door + ", remote=" + remote.getHostAddress() + "]";
    }
}
