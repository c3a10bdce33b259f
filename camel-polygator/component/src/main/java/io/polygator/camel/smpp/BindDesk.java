package io.polygator.camel.smpp;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.Attempt;
import io.polygator.gateway.account.Authentication;
import io.polygator.gateway.account.BindErrors;
import io.polygator.gateway.account.Denial;
import io.polygator.gateway.account.Door;
import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindRequest;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.SmppAuthenticator;
import java.util.concurrent.CompletionStage;

/** Lets accounts bind. Thread-safe. */
final class BindDesk implements SmppAuthenticator {
    private final Gatekeeper gatekeeper;

    BindDesk(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    public CompletionStage<BindDecision> bind(BindRequest request) {
        Attempt attempt = new Attempt(
                Door.SMPP,
                request.systemId(),
                request.password(),
                request.remote().getAddress());
        return gatekeeper.authenticator().authenticate(attempt).thenApply(answer -> decision(answer, request));
    }

    private BindDecision decision(Authentication answer, BindRequest request) {
        if (answer instanceof Authentication.Granted granted) {
            return new BindDecision.Granted(EsmeProfiles.of(granted.account(), gatekeeper));
        }
        return new BindDecision.Refused(status(((Authentication.Denied) answer).reason(), request.systemId()));
    }

    /**
     * To a stranger an unknown name and a wrong password look alike. At RINVPASWD Kannel stops until somebody starts it
     * again, so that it is for what only another password mends; what passes by itself is a temporary error.
     */
    private CommandStatus status(Denial reason, String systemId) {
        return switch (reason) {
            case BUSY, LOCKED_OUT -> CommandStatus.RSYSERR;
            case SECRET -> wrongSecret(systemId);
            case UNKNOWN, DISABLED, NETWORK, DOOR -> CommandStatus.RBINDFAIL;
        };
    }

    private CommandStatus wrongSecret(String systemId) {
        boolean legacy = gatekeeper
                .accounts()
                .find(systemId)
                .map(BindDesk::bindErrors)
                .filter(BindErrors.LEGACY::equals)
                .isPresent();
        return legacy ? CommandStatus.RINVPASWD : CommandStatus.RBINDFAIL;
    }

    private static BindErrors bindErrors(Account account) {
        return account.doors().smpp().bindErrors();
    }
}
