package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.FinalResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads replies. */
final class Answers {
    private static final Set<Integer> CMS_BUSY = Set.of(314, 512, 515, 517);
    private static final int CME_SIM_BUSY = 14;
    private static final Set<Integer> CME_SIM_MISSING = Set.of(10, 13, 15);
    private static final Set<Integer> CMS_SIM_MISSING = Set.of(310, 313, 315);
    private static final Set<Integer> CMS_VALIDITY_PERIOD = Set.of(198, 199);
    private static final Set<Integer> CME_SIM_TROUBLE = Set.of(10, 11, 12, 13, 15);
    private static final Set<Integer> CMS_SIM_TROUBLE = Set.of(310, 311, 312, 313, 315, 316, 330);

    private Answers() {}

    static boolean isOk(AtReply reply) {
        return reply instanceof AtReply.Completed completed && completed.isOk();
    }

    static boolean isRefused(AtReply reply) {
        return reply instanceof AtReply.Completed completed && !completed.isOk();
    }

    static List<String> information(AtReply reply) {
        if (reply instanceof AtReply.Completed completed) {
            return completed.information();
        }
        return reply instanceof AtReply.Silent silent ? silent.information() : ((AtReply.Lost) reply).information();
    }

    /** The first line that is wholly of the form, of a reply that ended well. */
    static Optional<String> line(AtReply reply, Pattern form) {
        return isOk(reply)
                ? information(reply).stream()
                        .map(String::trim)
                        .filter(line -> form.matcher(line).matches())
                        .findFirst()
                : Optional.empty();
    }

    /** The fields of the first line with the prefix, of a reply that ended well. */
    static Optional<AtArguments> fields(AtReply reply, String prefix) {
        return isOk(reply)
                ? information(reply).stream()
                        .filter(line -> line.startsWith(prefix))
                        .findFirst()
                        .map(line -> AtArguments.parse(line.substring(prefix.length())))
                : Optional.empty();
    }

    /** Whether the SIM or the module's message block is not ready yet, as in the seconds after a start. */
    static boolean isSimBusy(AtReply reply) {
        return hasError(reply, CMS_BUSY, Set.of(CME_SIM_BUSY));
    }

    static boolean isSimMissing(AtReply reply) {
        return hasError(reply, CMS_SIM_MISSING, CME_SIM_MISSING);
    }

    /** Whether the SIM is missing, locked or without a service centre, so that its state must be looked at again. */
    static boolean isSimTrouble(AtReply reply) {
        return hasError(reply, CMS_SIM_TROUBLE, CME_SIM_TROUBLE);
    }

    /** Whether the same message may pass with the service centre's own validity period. */
    static boolean isValidityPeriodRefused(AtReply reply) {
        return hasError(reply, CMS_VALIDITY_PERIOD, Set.of());
    }

    /** What the module answered, for the operator. */
    static String describe(AtReply reply) {
        if (reply instanceof AtReply.Completed completed) {
            return describe(completed.result());
        }
        return reply instanceof AtReply.Silent ? "no answer" : "link lost";
    }

    static String describe(FinalResult result) {
        if (result instanceof FinalResult.Cms cms) {
            return "+CMS ERROR: " + cms.error().code();
        }
        if (result instanceof FinalResult.Cme cme) {
            return "+CME ERROR: " + cme.error().code();
        }
        if (result instanceof FinalResult.Call call) {
            return call.text();
        }
        return result.isOk() ? "OK" : "ERROR";
    }

    private static boolean hasError(AtReply reply, Set<Integer> cmsCodes, Set<Integer> cmeCodes) {
        if (!(reply instanceof AtReply.Completed completed)) {
            return false;
        }
        FinalResult result = completed.result();
        if (result instanceof FinalResult.Cms cms) {
            return cmsCodes.contains(cms.error().code());
        }
        return result instanceof FinalResult.Cme cme
                && cmeCodes.contains(cme.error().code());
    }
}
