package io.polygator.gsm.modem;

/**
 * Remembers which PIN was tried on which SIM, before it is tried: one attempt per SIM and value, ever. Three wrong
 * attempts lock a SIM for good.
 */
public interface PinLedger {

    /**
     * Records the attempt and says whether it may be made.
     *
     * @param iccid the SIM, or another text that names it when it does not tell its ICCID before the PIN
     * @return false if this value was tried on this SIM before
     */
    boolean recordAttempt(String iccid, String pin);

    /** Forgets the attempts on a SIM, since the PIN turned out right or an operator changed it. */
    void forget(String iccid);
}
