package io.polygator.gsm.modem;

import java.util.concurrent.CompletionStage;

/** Hears what happens on one modem. Called on the modem's loop. */
public interface ModemListener {
    /** The status changed. */
    void onStatus(ModemStatus status);

    /**
     * Something came in. The modem deletes it from the SIM (or acknowledges it) after the stage completed normally;
     * it offers it again later when the stage fails.
     */
    CompletionStage<Void> onReceived(ReceivedTpdu received);

    /**
     * An outcome that had been Unconfirmed became known, or it is Unconfirmed still, but with the reference that the
     * message left with. The token is the one given to {@link Modem#send}.
     */
    void onLateOutcome(String token, SendOutcome outcome);

    /** A USSD text that nobody asked for. */
    void onUssd(UssdReply reply);

    /** An incoming call rang or ended. */
    void onCall(CallEvent event);
}
