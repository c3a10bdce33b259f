package io.polygator.smpp.session;

import io.netty.handler.ssl.SslHandler;
import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindRequest;
import io.polygator.smpp.esme.BindRules;
import io.polygator.smpp.esme.BindType;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.Strictness;
import io.polygator.smpp.wire.Command;
import io.polygator.smpp.wire.Pdu;
import io.polygator.smpp.wire.PduComposer;
import io.polygator.smpp.wire.PduDecoder;
import io.polygator.smpp.wire.PduException;
import io.polygator.smpp.wire.Tag;
import io.polygator.smpp.wire.Tlv;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLPeerUnverifiedException;

/** One bind request on its way to an answer. */
final class Binding {
    private static final int OUR_VERSION = 0x50;

    private final SessionContext context;
    private final Connection connection;
    private final Command command;
    private final int sequence;
    private final long session;

    Binding(SessionContext context, Connection connection, Command command, int sequence, long session) {
        this.context = context;
        this.connection = connection;
        this.command = command;
        this.sequence = sequence;
        this.session = session;
    }

    /** The answer, and what it means for the session. */
    sealed interface Outcome {
        /** The account has counted the session already. */
        record Welcome(Esme esme, EsmeProfile profile, Account account, byte[] response) implements Outcome {}

        record Refusal(String systemId, CommandStatus status, byte[] response) implements Outcome {}
    }

    /** Never fails. May complete on any thread. */
    CompletionStage<Outcome> decide(byte[] frame) {
        Pdu.Bind pdu;
        try {
            pdu = PduDecoder.bind(frame);
        } catch (PduException e) {
            return CompletableFuture.completedFuture(refusal("somebody", e.status()));
        }
        BindRequest request = request(pdu);
        return ask(request).handle((decision, failure) -> {
            if (failure != null) {
                return refusal(request.systemId(), Incidents.statusOf(failure, "bind of " + request.systemId()));
            }
            return decision instanceof BindDecision.Granted granted
                    ? welcome(request, granted.profile())
                    : refusal(request.systemId(), shown(((BindDecision.Refused) decision).status()));
        });
    }

    private BindRequest request(Pdu.Bind pdu) {
        return new BindRequest(
                pdu.systemId(),
                pdu.password(),
                pdu.systemType(),
                typeOf(command),
                InterfaceVersion.ofWire(pdu.interfaceVersion()),
                pdu.addressRange(),
                connection.remote(),
                certificates());
    }

    private static BindType typeOf(Command command) {
        return switch (command) {
            case BIND_TRANSMITTER -> BindType.TRANSMITTER;
            case BIND_RECEIVER -> BindType.RECEIVER;
            default -> BindType.TRANSCEIVER;
        };
    }

    private List<Certificate> certificates() {
        SslHandler tls = connection.channel().pipeline().get(SslHandler.class);
        if (tls == null) {
            return List.of();
        }
        try {
            return List.of(tls.engine().getSession().getPeerCertificates());
        } catch (SSLPeerUnverifiedException withoutCertificate) {
            return List.of();
        }
    }

    private CompletionStage<BindDecision> ask(BindRequest request) {
        try {
            return context.authenticator().bind(request);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CommandStatus shown(CommandStatus status) {
        boolean tells = status.equals(CommandStatus.RINVPASWD) || status.equals(CommandStatus.RINVSYSID);
        return tells && context.bindErrors() == BindErrors.UNIFORM ? CommandStatus.RBINDFAIL : status;
    }

    private Outcome welcome(BindRequest request, EsmeProfile profile) {
        BindRules rules = profile.binds();
        Account account = context.accounts().of(profile.account());
        if (!mayBind(request, rules) || !account.takeBind(rules)) {
            return refusal(request.systemId(), CommandStatus.RBINDFAIL);
        }
        Esme esme = new Esme(
                session,
                profile.account(),
                request.systemId(),
                request.bindType(),
                request.version(),
                request.remote());
        List<Tlv> optional = request.version().hasOptionalParameters()
                ? List.of(Tlv.ofOctet(Tag.SC_INTERFACE_VERSION, OUR_VERSION))
                : List.of();
        byte[] response = PduComposer.bindResponse(command, sequence, context.systemId(), optional);
        return new Outcome.Welcome(esme, profile, account, response);
    }

    // 3.3 knows no transceiver.
    private static boolean mayBind(BindRequest request, BindRules rules) {
        boolean unknownToVersion =
                request.bindType() == BindType.TRANSCEIVER && request.version() == InterfaceVersion.V3_3;
        return rules.types().contains(request.bindType())
                && !(unknownToVersion && rules.strictness() == Strictness.STRICT);
    }

    private Outcome refusal(String systemId, CommandStatus status) {
        return new Outcome.Refusal(systemId, status, Responses.error(command, status, sequence));
    }
}
