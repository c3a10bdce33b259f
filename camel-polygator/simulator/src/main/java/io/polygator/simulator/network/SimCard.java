package io.polygator.simulator.network;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.virtualmodem.MessageSlots;
import java.util.Optional;

/**
 * A SIM: its numbers, its lock with real counters, its message slots, and the last reference it used. The numbers may
 * be read on any thread; everything else belongs to the simulator's loop.
 */
public final class SimCard {
    private static final int PIN_ATTEMPTS = 3;
    private static final int PUK_ATTEMPTS = 10;
    private static final CmeError PUK_REQUIRED = new CmeError(12);
    private static final CmeError SIM_FAILURE = new CmeError(13);
    private static final CmeError INCORRECT_PASSWORD = new CmeError(16);
    private static final CmeError NOT_ALLOWED = new CmeError(3);

    private final String number;
    private final String imsi;
    private final String iccid;
    private final String puk;
    private final MessageSlots slots;
    private Optional<String> pin;
    private SmsAddress smsc;
    private int pinAttemptsLeft = PIN_ATTEMPTS;
    private int pukAttemptsLeft = PUK_ATTEMPTS;
    private boolean unlocked;
    private MessageReference lastReference = new MessageReference(255);
    private boolean countsAnew;

    /**
     * A new SIM with all its attempts left.
     *
     * @param number in international form with a leading plus
     * @param imsi fifteen digits
     * @param iccid nineteen digits
     * @param pin what unlocks it, or nothing when it asks for none
     * @param puk what sets a new PIN after three wrong ones
     */
    public SimCard(
            String number,
            String imsi,
            String iccid,
            Optional<String> pin,
            String puk,
            SmsAddress smsc,
            MessageSlots slots) {
        this.number = number;
        this.imsi = imsi;
        this.iccid = iccid;
        this.pin = pin;
        this.puk = puk;
        this.smsc = smsc;
        this.slots = slots;
    }

    /** The number in international form with a leading plus. */
    public String number() {
        return number;
    }

    public String imsi() {
        return imsi;
    }

    public String iccid() {
        return iccid;
    }

    /** The slots of storage {@code SM}. */
    public MessageSlots slots() {
        return slots;
    }

    /** The service centre in EF-SMSP. */
    public SmsAddress smsc() {
        return smsc;
    }

    public void setSmsc(SmsAddress newSmsc) {
        smsc = newSmsc;
    }

    /** Whether the PIN is not needed (any more). */
    public boolean isUnlocked() {
        return pin.isEmpty() || unlocked;
    }

    /** Whether it asks for a PIN when it starts. */
    public boolean isPinEnabled() {
        return pin.isPresent();
    }

    /** Whether only the PUK helps. */
    public boolean isPukRequired() {
        return pinAttemptsLeft == 0;
    }

    /** Whether the SIM is lost. */
    public boolean isBlocked() {
        return pukAttemptsLeft == 0;
    }

    public int pinAttemptsLeft() {
        return pinAttemptsLeft;
    }

    public int pukAttemptsLeft() {
        return pukAttemptsLeft;
    }

    /** The SIM loses power: it asks for its PIN again. The counters stay. */
    public void powerDown() {
        unlocked = false;
    }

    /** Tries the PIN; a wrong one costs an attempt, and so does a needless one. */
    public Optional<CmeError> enterPin(String attempt) {
        if (isBlocked()) {
            return Optional.of(SIM_FAILURE);
        }
        if (isPukRequired()) {
            return Optional.of(PUK_REQUIRED);
        }
        if (pin.isEmpty()) {
            return Optional.of(NOT_ALLOWED);
        }
        if (pin.get().equals(attempt)) {
            pinAttemptsLeft = PIN_ATTEMPTS;
            unlocked = true;
            return Optional.empty();
        }
        pinAttemptsLeft--;
        unlocked = false;
        return Optional.of(INCORRECT_PASSWORD);
    }

    /** Tries the PUK and sets a new PIN. */
    public Optional<CmeError> enterPuk(String attempt, String newPin) {
        if (isBlocked()) {
            return Optional.of(SIM_FAILURE);
        }
        if (!puk.equals(attempt)) {
            pukAttemptsLeft--;
            return Optional.of(isBlocked() ? SIM_FAILURE : INCORRECT_PASSWORD);
        }
        pin = Optional.of(newPin);
        pinAttemptsLeft = PIN_ATTEMPTS;
        pukAttemptsLeft = PUK_ATTEMPTS;
        unlocked = true;
        return Optional.empty();
    }

    /** TP-MR of the last message submitted, as EF-SMSS holds it (3GPP TS 23.040 §9.2.3.6). */
    public MessageReference lastReference() {
        return lastReference;
    }

    /** Takes the next TP-MR, since a message is submitted. */
    public MessageReference takeReference() {
        lastReference = countsAnew ? new MessageReference(0) : lastReference.next();
        countsAnew = false;
        return lastReference;
    }

    /** The module heeds EF-SMSS no longer: it lets the next TP-MR be 0. The file changes with that message only. */
    public void countAnew() {
        countsAnew = true;
    }
}
