package io.polygator.simulator.module;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.virtualmodem.VirtualSim;
import io.polygator.simulator.network.SimCard;
import java.util.Optional;

/** The slot of a module and the SIM in it, if any. */
final class SimSlot implements VirtualSim {
    private static final CmeError NOT_INSERTED = new CmeError(10);

    private final Runnable whenUnlocked;
    private Optional<SimCard> card;
    private boolean started;

    SimSlot(SimCard card, Runnable whenUnlocked) {
        this.card = Optional.of(card);
        this.whenUnlocked = whenUnlocked;
    }

    Optional<SimCard> card() {
        return card;
    }

    void insert(SimCard inserted) {
        card = Optional.of(inserted);
    }

    void remove() {
        card = Optional.empty();
    }

    /** The module supplies the SIM with power or stops doing so. */
    void supply(boolean on) {
        started = on;
        if (!on) {
            card.ifPresent(SimCard::powerDown);
        }
    }

    @Override
    public State state() {
        if (card.isEmpty()) {
            return State.NOT_INSERTED;
        }
        if (!started) {
            return State.BUSY;
        }
        return stateOf(card.get());
    }

    private static State stateOf(SimCard sim) {
        if (sim.isBlocked()) {
            return State.BLOCKED;
        }
        if (sim.isPukRequired()) {
            return State.PUK_REQUIRED;
        }
        return sim.isUnlocked() ? State.READY : State.PIN_REQUIRED;
    }

    @Override
    public Optional<CmeError> enterPin(String pin) {
        return card.map(sim -> tellingWhenUnlocked(sim.enterPin(pin))).orElse(Optional.of(NOT_INSERTED));
    }

    @Override
    public Optional<CmeError> enterPuk(String puk, String newPin) {
        return card.map(sim -> tellingWhenUnlocked(sim.enterPuk(puk, newPin))).orElse(Optional.of(NOT_INSERTED));
    }

    private Optional<CmeError> tellingWhenUnlocked(Optional<CmeError> error) {
        if (error.isEmpty()) {
            whenUnlocked.run();
        }
        return error;
    }

    @Override
    public boolean isPinEnabled() {
        return card.map(SimCard::isPinEnabled).orElse(false);
    }

    @Override
    public int pinAttemptsLeft() {
        return card.map(SimCard::pinAttemptsLeft).orElse(0);
    }

    @Override
    public int pukAttemptsLeft() {
        return card.map(SimCard::pukAttemptsLeft).orElse(0);
    }

    @Override
    public String imsi() {
        return card.map(SimCard::imsi).orElse("");
    }

    @Override
    public String iccid() {
        return card.map(SimCard::iccid).orElse("");
    }

    @Override
    public Optional<String> ownNumber() {
        return card.map(SimCard::number);
    }

    /** The second octet tells that there is room for messages (3GPP TS 51.011 §10.5.7). */
    @Override
    public Octets smsStatus() {
        return card.map(sim -> Octets.copyOf((byte) sim.lastReference().value(), (byte) 0xFF))
                .orElse(Octets.empty());
    }
}
