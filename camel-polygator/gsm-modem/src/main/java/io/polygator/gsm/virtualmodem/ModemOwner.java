package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.virtualmodem.VirtualRadio.Submission;
import io.polygator.gsm.virtualmodem.VirtualRadio.SubmitResult;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stands behind a {@link ServedModem}: has no module of its own, but knows what one would say and takes its messages.
 * Every method is called on the modem's loop and returns at once.
 */
public interface ModemOwner {

    /** What is true now. */
    ModemValues values();

    /** Why a message cannot be sent now, to be told instead of the prompt; nothing when it can. */
    Optional<FinalResult> obstacleToSending();

    /**
     * Takes a message.
     *
     * @param result hears once, on the loop, what came of it; the deadline is the owner's
     */
    void submit(Submission submission, Consumer<SubmitResult> result);

    /**
     * Starts or continues a USSD dialogue; its answer comes as {@link ModemPort#ussd}. Called only if the policy grants
     * {@link CommandGrant#USSD}.
     *
     * @return nothing when the request is on its way, otherwise the error for the client
     */
    Optional<FinalResult> requestUssd(String text);

    /** Ends the USSD dialogue, if there is one. */
    void cancelUssd();
}
