package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import java.util.Set;

/** What else a refusal calls for, besides telling who sent. Modem loop only. */
final class SendTrouble {
    private static final Set<Integer> STORAGE_FULL = Set.of(208, 209, 211, 322);

    private final Inbox inbox;
    private final Recovery recovery;

    SendTrouble(Inbox inbox, Recovery recovery) {
        this.inbox = inbox;
        this.recovery = recovery;
    }

    void onRefused(SendError error, AtReply reply) {
        if (STORAGE_FULL.contains(error.code())) {
            inbox.sweepSoon();
        } else if (Answers.isSimTrouble(reply)) {
            recovery.simMayHaveChanged();
        } else if (error.kind() == SendError.Kind.MODULE) {
            recovery.moduleInTrouble(error.description());
        }
    }
}
