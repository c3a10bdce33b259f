package io.polygator.gsm.modem;

import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.transport.Transport;
import java.util.concurrent.CompletionStage;

/**
 * One GSM module with its SIM. All methods may be called from any thread; everything happens on the transport's loop
 * and every stage completes there.
 */
public final class Modem {

    public Modem(ModemSettings settings, Transport transport, PinLedger pins, ModemListener listener) {
        throw new UnsupportedOperationException("modem");
    }

    /** Connects and keeps connected until {@link #stop}. */
    public void start() {
        throw new UnsupportedOperationException("modem");
    }

    /** Lets a send that runs finish, then closes the link. */
    public CompletionStage<Void> stop() {
        throw new UnsupportedOperationException("modem");
    }

    public ModemStatus status() {
        throw new UnsupportedOperationException("modem");
    }

    /**
     * Sends one segment; one at a time, others wait their turn.
     *
     * @param token names the segment when its outcome comes late
     */
    public CompletionStage<SendOutcome> send(String token, SmsSubmit submit) {
        throw new UnsupportedOperationException("modem");
    }

    /** Runs a USSD request, or answers the network's question in an open USSD session. */
    public CompletionStage<UssdReply> ussd(String code) {
        throw new UnsupportedOperationException("modem");
    }

    /** Restarts the modem. */
    public CompletionStage<Void> reset(ResetKind kind) {
        throw new UnsupportedOperationException("modem");
    }
}
