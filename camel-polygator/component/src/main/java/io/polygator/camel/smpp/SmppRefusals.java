package io.polygator.camel.smpp;

import io.polygator.camel.polygator.MessageNotSentException;
import io.polygator.camel.polygator.UnknownMessageException;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.TooLateException;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.SmppRefusedException;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Why an exchange failed, as the command_status of its response (SMPP 3.4 §5.1.3). Pure functions. */
final class SmppRefusals {
    private static final Map<String, CommandStatus> BY_FIELD = Map.of(
            "to", CommandStatus.RINVDSTADR,
            "from", CommandStatus.RINVSRCADR,
            "text", CommandStatus.RINVMSGLEN,
            "data", CommandStatus.RINVMSGLEN,
            "validity", CommandStatus.RINVEXPIRY,
            "sendAt", CommandStatus.RINVSCHED,
            "priority", CommandStatus.RINVPRTFLG);

    private SmppRefusals() {}

    /** The failure as SMPP tells it; what nobody expected stays as it is, and the server gives it an incident number. */
    static Throwable of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SubmitRefusedException refused) {
            return refused(BY_FIELD.getOrDefault(refused.field(), CommandStatus.RSUBMITFAIL), cause);
        }
        if (cause instanceof StoreFullException || cause instanceof TooLateException) {
            return refused(CommandStatus.RMSGQFUL, cause);
        }
        if (cause instanceof StoreUnavailableException) {
            return refused(CommandStatus.RSYSERR, cause);
        }
        if (cause instanceof BudgetExhaustedException || cause instanceof IllegalArgumentException) {
            return refused(CommandStatus.RSUBMITFAIL, cause);
        }
        if (cause instanceof MessageNotSentException notSent) {
            return new SmppRefusedException(
                    CommandStatus.RDELIVERYFAILURE, String.valueOf(notSent.getMessage()), notSent.id());
        }
        return cause instanceof UnknownMessageException ? refused(CommandStatus.RINVMSGID, cause) : cause;
    }

    private static SmppRefusedException refused(CommandStatus status, Throwable cause) {
        return new SmppRefusedException(status, String.valueOf(cause.getMessage()));
    }
}
