package io.polygator.gsm.modem;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about the modem, and who is told when it changes. Changed on the modem loop only; {@link #status} may
 * be read anywhere.
 */
final class StatusBoard {
    private static final int RSSI_UNKNOWN = 99;
    private static final int LOWEST_DBM = -113;

    private final ModemListener listener;
    private volatile ModemStatus status;

    private ModemState state = ModemState.STOPPED;
    private String detail = "";
    private Optional<ModuleType> module;
    private Optional<String> model = Optional.empty();
    private Optional<String> revision = Optional.empty();
    private Optional<String> imei = Optional.empty();
    private Optional<String> imsi = Optional.empty();
    private Optional<String> iccid = Optional.empty();
    private Optional<String> operator = Optional.empty();
    private OptionalInt registration = OptionalInt.empty();
    private OptionalInt signal = OptionalInt.empty();
    private Optional<String> smsc = Optional.empty();
    private Optional<String> subscriber = Optional.empty();
    private Optional<MessageReference> lastReference = Optional.empty();
    private boolean awaitsAnswer;

    StatusBoard(ModemListener listener, Optional<ModuleType> configured) {
        this.listener = listener;
        this.module = configured;
        this.status = snapshot();
    }

    ModemStatus status() {
        return status;
    }

    /** @param newDetail what is wrong and what helps, empty when all is well */
    void state(ModemState newState, String newDetail) {
        state = newState;
        detail = newDetail;
        publish();
    }

    void module(ModuleType type, String name) {
        module = Optional.of(type);
        model = Optional.of(name).filter(text -> !text.isEmpty());
        publish();
    }

    void revision(String text) {
        revision = Optional.of(text);
        publish();
    }

    void imei(String digits) {
        imei = Optional.of(digits);
        publish();
    }

    void imsi(String digits) {
        imsi = Optional.of(digits);
        publish();
    }

    void iccid(String digits) {
        iccid = Optional.of(digits);
        publish();
    }

    void serviceCentre(Optional<String> number) {
        smsc = number;
        publish();
    }

    void subscriber(String number) {
        subscriber = Optional.of(number);
        publish();
    }

    void lastReference(Optional<MessageReference> reference) {
        lastReference = reference;
        publish();
    }

    void awaitsAnswer(boolean awaits) {
        awaitsAnswer = awaits;
        publish();
    }

    void operator(Optional<String> name) {
        operator = name;
        publish();
    }

    /** @param stat of +CREG (3GPP TS 27.007 §7.2) */
    void registration(int stat) {
        registration = OptionalInt.of(stat);
        publish();
    }

    /** @param rssi of +CSQ: 0 to 31, 99 unknown (3GPP TS 27.007 §8.5) */
    void signal(int rssi) {
        signal = rssi == RSSI_UNKNOWN ? OptionalInt.empty() : OptionalInt.of(LOWEST_DBM + 2 * Math.min(rssi, 31));
        publish();
    }

    /** Forgets everything that belongs to the SIM, because another one may be there now. */
    void forgetSim() {
        imsi = Optional.empty();
        iccid = Optional.empty();
        operator = Optional.empty();
        registration = OptionalInt.empty();
        smsc = Optional.empty();
        subscriber = Optional.empty();
        lastReference = Optional.empty();
        publish();
    }

    private void publish() {
        ModemStatus now = snapshot();
        if (!now.equals(status)) {
            status = now;
            listener.onStatus(now);
        }
    }

    private ModemStatus snapshot() {
        return new ModemStatus(
                state,
                detail,
                module,
                model,
                revision,
                imei,
                imsi,
                iccid,
                operator,
                registration,
                signal,
                smsc,
                subscriber,
                lastReference,
                awaitsAnswer);
    }
}
