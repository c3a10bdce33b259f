package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A modem without a module: always switched on, its SIM ready, with one storage. It asks its owner for everything else,
 * so that what it says changes when the owner's values do. What would change the owner's SIM is refused, whatever the
 * policy of the server. Loop only.
 */
public final class ServedModem implements VirtualModem, VirtualSim, VirtualRadio {
    private static final FinalResult NOT_ALLOWED = new FinalResult.Cme(new CmeError(CommandRefused.NOT_ALLOWED));
    private static final int FULL_FUNCTIONALITY = 1;
    private static final String STORAGE = "SM";
    private static final Set<String> ALIASES = Set.of("ME", "MT");

    private final ModemOwner owner;
    private final MessageStorage storage;
    private final ServedCalls calls;

    /** @param storage what every name of AT+CPMS leads to */
    public ServedModem(ModemOwner owner, MessageStorage storage, ServedCalls calls) {
        this.owner = owner;
        this.storage = storage;
        this.calls = calls;
    }

    @Override
    public ModuleIdentity identity() {
        return owner.values().identity();
    }

    @Override
    public VirtualSim sim() {
        return this;
    }

    @Override
    public VirtualRadio radio() {
        return this;
    }

    @Override
    public VirtualCalls calls() {
        return calls;
    }

    /** Gammu reads every storage that is listed: one of them is, or else it would have each message several times. */
    @Override
    public List<String> storageNames() {
        return List.of(STORAGE);
    }

    /** Programs choose other names without asking; they all mean the one storage. */
    @Override
    public Optional<MessageStorage> storage(String name) {
        return name.equals(STORAGE) || ALIASES.contains(name) ? Optional.of(storage) : Optional.empty();
    }

    @Override
    public int functionality() {
        return FULL_FUNCTIONALITY;
    }

    @Override
    public void setFunctionality(int level) {
        // One client's wish for silence must not silence the others.
    }

    @Override
    public void power(PowerOrder order) {
        // There is nothing to switch off.
    }

    @Override
    public VirtualSim.State state() {
        return VirtualSim.State.READY;
    }

    @Override
    public Optional<CmeError> enterPin(String pin) {
        return Optional.of(new CmeError(CommandRefused.NOT_ALLOWED));
    }

    @Override
    public Optional<CmeError> enterPuk(String puk, String newPin) {
        return Optional.of(new CmeError(CommandRefused.NOT_ALLOWED));
    }

    @Override
    public boolean isPinEnabled() {
        return false;
    }

    @Override
    public int pinAttemptsLeft() {
        return 3;
    }

    @Override
    public int pukAttemptsLeft() {
        return 10;
    }

    @Override
    public String imsi() {
        return owner.values().imsi();
    }

    @Override
    public String iccid() {
        return owner.values().iccid();
    }

    @Override
    public Optional<String> ownNumber() {
        return owner.values().ownNumber();
    }

    /** No reference is known: the gateway's real SIMs keep theirs. */
    @Override
    public Octets smsStatus() {
        return Octets.ofHex("FFFF");
    }

    @Override
    public Registration registration() {
        return owner.values().registration();
    }

    @Override
    public SignalQuality signal() {
        return owner.values().signal();
    }

    @Override
    public Optional<NetworkOperator> operator() {
        return owner.values().operator();
    }

    @Override
    public Optional<SmsAddress> smsc() {
        return owner.values().smsc();
    }

    /** Its owner learns it from a module that may just be starting. */
    @Override
    public boolean isSmscAwaited() {
        return smsc().isEmpty();
    }

    /** The same one again is taken, since programs set what they have just read. */
    @Override
    public Optional<FinalResult> setSmsc(SmsAddress wanted) {
        return smsc().filter(wanted::equals).isPresent() ? Optional.empty() : Optional.of(NOT_ALLOWED);
    }

    @Override
    public Optional<FinalResult> obstacleToSending() {
        return owner.obstacleToSending();
    }

    @Override
    public void submit(Submission submission, Consumer<SubmitResult> result) {
        owner.submit(submission, result);
    }

    @Override
    public Optional<FinalResult> requestUssd(String text) {
        return owner.requestUssd(text);
    }

    @Override
    public void cancelUssd() {
        owner.cancelUssd();
    }
}
