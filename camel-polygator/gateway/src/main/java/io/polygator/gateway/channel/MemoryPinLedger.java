package io.polygator.gateway.channel;

import io.polygator.gsm.modem.PinLedger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * PIN attempts remembered until the process ends: for tests, and for SIMs without a PIN. After a restart a wrong PIN
 * would be tried again, and the third time locks the SIM: see {@link FilePinLedger}. Thread-safe.
 */
public final class MemoryPinLedger implements PinLedger {
    private final Map<String, Set<String>> triedBySim = new HashMap<>();

    @Override
    public synchronized boolean recordAttempt(String iccid, String pin) {
        return triedBySim.computeIfAbsent(iccid, sim -> new HashSet<>()).add(pin);
    }

    @Override
    public synchronized void forget(String iccid) {
        triedBySim.remove(iccid);
    }
}
