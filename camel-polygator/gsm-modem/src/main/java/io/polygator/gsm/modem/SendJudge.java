package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.AtReply.PayloadProgress;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** From the answer to AT+CMGS to what is known about the message. Modem loop only. */
final class SendJudge {
    private static final String REFERENCE = "+CMGS:";

    private final Supplier<ModemProfile> profile;
    private final RefusalHistory history;

    SendJudge(Supplier<ModemProfile> profile, RefusalHistory history) {
        this.profile = profile;
        this.history = history;
    }

    SendOutcome judge(String token, AtReply reply) {
        if (reply instanceof AtReply.Completed completed) {
            return judge(token, completed);
        }
        if (reply instanceof AtReply.Silent silent) {
            return withoutResult(silent.payload(), silent.information(), "the module gave no result in time");
        }
        AtReply.Lost lost = (AtReply.Lost) reply;
        return withoutResult(lost.payload(), lost.information(), "the link was lost, or the module restarted");
    }

    /** Once the reference was seen the network has the message, whatever comes after it. */
    private SendOutcome judge(String token, AtReply.Completed reply) {
        FinalResult result = reply.result();
        if (result.isOk() || hasReference(reply.information())) {
            return accepted(reference(reply.information()));
        }
        if (result instanceof FinalResult.Cms cms) {
            int code = cms.error().code();
            SendErrors.Row row = meaningOf(code);
            ErrorMeaning meaning = history.escalate(token, code, row.meaning());
            return outcome(meaning, reply.payload(), code, row.description() + " (+CMS ERROR: " + code + ")");
        }
        history.endStreak();
        if (result instanceof FinalResult.Cme cme) {
            int code = cme.error().code();
            SendErrors.Row row = SendErrors.ofCme(code);
            return outcome(row.meaning(), reply.payload(), code, row.description() + " (+CME ERROR: " + code + ")");
        }
        if (result instanceof FinalResult.BareError) {
            return refused(SendError.Kind.MODULE, -1, "ERROR without a reason: the module may not be ready");
        }
        return withoutResult(
                reply.payload(), reply.information(), "the module ended the command with " + Answers.describe(result));
    }

    /**
     * The error that ended a message without telling whether the network took it, if this is one: also when it came so
     * often that it is judged to be the SIM's fault.
     */
    Optional<Ambiguity> ambiguityOf(AtReply.Completed reply) {
        FinalResult result = reply.result();
        if (reply.payload() != PayloadProgress.WRITTEN || result.isOk() || hasReference(reply.information())) {
            return Optional.empty();
        }
        if (result instanceof FinalResult.Cms cms) {
            return ambiguity(meaningOf(cms.error().code()), cms.error().code(), result);
        }
        if (result instanceof FinalResult.Cme cme) {
            return ambiguity(SendErrors.ofCme(cme.error().code()), cme.error().code(), result);
        }
        return Optional.empty();
    }

    private static Optional<Ambiguity> ambiguity(SendErrors.Row row, int code, FinalResult result) {
        return row.meaning() == ErrorMeaning.UNCONFIRMED
                ? Optional.of(new Ambiguity(code, row.description() + " (" + Answers.describe(result) + ")"))
                : Optional.empty();
    }

    /**
     * An error after which the network may have the message or not.
     *
     * @param code of +CMS ERROR or +CME ERROR
     * @param description for the operator
     */
    record Ambiguity(int code, String description) {}

    private SendErrors.Row meaningOf(int code) {
        ModuleError own = profile.get().errors().get(code);
        return own == null ? SendErrors.ofCms(code) : new SendErrors.Row(code, code, own.meaning(), own.description());
    }

    /** A message that the module has not been given cannot have been sent, whatever the number says. */
    private SendOutcome outcome(ErrorMeaning meaning, PayloadProgress payload, int code, String description) {
        boolean handedOver = payload == PayloadProgress.WRITTEN;
        return switch (meaning) {
            case ALREADY_SENT ->
                handedOver ? accepted(Optional.empty()) : refused(SendError.Kind.TEMPORARY, code, description);
            case UNCONFIRMED ->
                handedOver ? unconfirmed(description) : refused(SendError.Kind.TEMPORARY, code, description);
            case PERMANENT -> refused(SendError.Kind.PERMANENT, code, description);
            case TEMPORARY -> refused(SendError.Kind.TEMPORARY, code, description);
            case SIM -> refused(SendError.Kind.SIM, code, description);
            case MODULE -> refused(SendError.Kind.MODULE, code, description);
        };
    }

    private SendOutcome accepted(Optional<MessageReference> reference) {
        history.endStreak();
        return new SendOutcome.Accepted(reference);
    }

    private SendOutcome withoutResult(PayloadProgress payload, List<String> information, String what) {
        if (hasReference(information)) {
            return accepted(reference(information));
        }
        return payload == PayloadProgress.WRITTEN
                ? unconfirmed(what + ", after the message had been handed over")
                : notSent(what + ", before the message was handed over");
    }

    private static SendOutcome unconfirmed(String reason) {
        return new SendOutcome.Unconfirmed(reason, Optional.empty());
    }

    static SendOutcome notSent(String description) {
        return refused(SendError.Kind.NOT_SENT, -1, description);
    }

    private static SendOutcome refused(SendError.Kind kind, int code, String description) {
        return new SendOutcome.Refused(new SendError(kind, code, description));
    }

    private static boolean hasReference(List<String> information) {
        return information.stream().anyMatch(line -> line.startsWith(REFERENCE));
    }

    /** Some modules tell no reference, some print -1. */
    private static Optional<MessageReference> reference(List<String> information) {
        return information.stream()
                .filter(line -> line.startsWith(REFERENCE))
                .findFirst()
                .map(line -> AtArguments.parse(line.substring(REFERENCE.length()))
                        .number(0)
                        .orElse(-1))
                .filter(value -> value >= 0 && value <= 255)
                .map(MessageReference::new);
    }
}
