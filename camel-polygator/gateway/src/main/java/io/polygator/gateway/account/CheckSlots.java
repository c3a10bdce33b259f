package io.polygator.gateway.account;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How many secrets may be checked at once, and how many of them for one address: guesses sent all at once are bounded
 * before the first has failed, and one guesser cannot take all places. Thread-safe.
 */
final class CheckSlots {
    private final int most;
    private final int mostPerAddress;
    private final Map<InetAddress, Integer> taken = new HashMap<>();
    private int total;

    CheckSlots(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** Takes a place, if there is one. */
    synchronized boolean take(InetAddress site) {
        int here = taken.getOrDefault(site, 0);
        if (total >= most || here >= mostPerAddress) {
            return false;
        }
        total++;
        taken.put(site, here + 1);
        return true;
    }

    /** Gives it back. */
    synchronized void release(InetAddress site) {
        total--;
        taken.computeIfPresent(site, (address, here) -> here == 1 ? null : here - 1);
    }
}
