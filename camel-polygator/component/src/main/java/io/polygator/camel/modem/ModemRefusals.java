package io.polygator.camel.modem;

import io.polygator.camel.polygator.MessageNotSentException;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.TooLateException;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.quota.BudgetExhaustedException;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gsm.at.CmsError;
import io.polygator.gsm.at.FinalResult;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a message was not sent, as the error of AT+CMGS (3GPP TS 27.005 §3.2.5). Pure functions. */
final class ModemRefusals {
    static final int NOT_ALLOWED = 302;
    static final int INVALID_PDU = 304;
    static final int MEMORY_FULL = 322;
    static final int NO_NETWORK_SERVICE = 331;
    static final int NETWORK_TIMEOUT = 332;
    static final int UNKNOWN = 500;

    /** How the gateway begins the error of a segment that the network refused. */
    private static final Pattern CMS_ERROR = Pattern.compile("(\\d{1,3}): .*", Pattern.DOTALL);

    private static final Set<String> FIELDS_OF_RIGHTS = Set.of("account", "to", "from", "channel");

    private ModemRefusals() {}

    /** The error of an exchange that failed; for {@link MessageNotSentException} the status says more. */
    static FinalResult of(Throwable failure) {
        if (failure instanceof SubmitRefusedException refused) {
            return cms(FIELDS_OF_RIGHTS.contains(refused.field()) ? NOT_ALLOWED : INVALID_PDU);
        }
        if (failure instanceof BudgetExhaustedException) {
            return cms(NOT_ALLOWED);
        }
        if (failure instanceof StoreFullException || failure instanceof TooLateException) {
            return cms(MEMORY_FULL);
        }
        if (failure instanceof MessageNotSentException) {
            return cms(NETWORK_TIMEOUT);
        }
        if (failure instanceof RejectedExecutionException || failure instanceof StoreUnavailableException) {
            return cms(NO_NETWORK_SERVICE);
        }
        return failure instanceof IllegalArgumentException ? cms(NOT_ALLOWED) : cms(UNKNOWN);
    }

    /** The error of a message that certainly was not sent: the network's own, or that it did not answer. */
    static FinalResult of(MessageStatus status) {
        return status.segments().stream()
                .flatMap(segment -> segment.error().stream())
                .map(CMS_ERROR::matcher)
                .filter(Matcher::matches)
                .map(matcher -> cms(Integer.parseInt(matcher.group(1))))
                .findFirst()
                .orElseGet(() -> cms(NETWORK_TIMEOUT));
    }

    static FinalResult cms(int code) {
        return new FinalResult.Cms(new CmsError(code));
    }
}
