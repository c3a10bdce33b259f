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
            return judge(token, completed.information(), completed.result());
        }
        if (reply instanceof AtReply.Silent silent) {
            return withoutResult(silent.payload(), silent.information(), "the module gave no result in time");
        }
        AtReply.Lost lost = (AtReply.Lost) reply;
        return withoutResult(lost.payload(), lost.information(), "the link was lost, or the module restarted");
    }

    /** Once the reference was seen the network has the message, whatever comes after it. */
    SendOutcome judge(String token, List<String> information, FinalResult result) {
        if (result.isOk() || hasReference(information)) {
            history.accepted();
            return new SendOutcome.Accepted(reference(information));
        }
        if (result instanceof FinalResult.Cms cms) {
            int code = cms.error().code();
            return outcome(token, code, "+CMS ERROR: " + code, overridden(code, SendErrors.ofCms(code)));
        }
        if (result instanceof FinalResult.Cme cme) {
            int code = cme.error().code();
            return outcome(token, code, "+CME ERROR: " + code, SendErrors.ofCme(code));
        }
        if (result instanceof FinalResult.BareError) {
            return refused(SendError.Kind.MODULE, -1, "ERROR without a reason: the module may not be ready");
        }
        return new SendOutcome.Unconfirmed("the module ended the command with " + Answers.describe(result));
    }

    private SendOutcome.Accepted alreadySent() {
        history.accepted();
        return new SendOutcome.Accepted(Optional.empty());
    }

    private SendOutcome outcome(String token, int code, String text, SendErrors.Row row) {
        String description = row.description() + " (" + text + ")";
        return switch (row.meaning()) {
            case ALREADY_SENT -> alreadySent();
            case UNCONFIRMED -> new SendOutcome.Unconfirmed(description);
            case PERMANENT, TEMPORARY, SIM, MODULE -> {
                SendError.Kind kind = SendError.Kind.valueOf(row.meaning().name());
                yield refused(history.escalate(token, code, kind), code, description);
            }
        };
    }

    private SendErrors.Row overridden(int code, SendErrors.Row common) {
        SendError.Kind kind = profile.get().errorKinds().get(code);
        return kind == null
                ? common
                : new SendErrors.Row(code, code, SendErrors.Meaning.valueOf(kind.name()), common.description());
    }

    private SendOutcome withoutResult(PayloadProgress payload, List<String> information, String what) {
        if (hasReference(information)) {
            history.accepted();
            return new SendOutcome.Accepted(reference(information));
        }
        return payload == PayloadProgress.WRITTEN
                ? new SendOutcome.Unconfirmed(what + ", after the message had been handed over")
                : notSent(what + ", before the message was handed over");
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
