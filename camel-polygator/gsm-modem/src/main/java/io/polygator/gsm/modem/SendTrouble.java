package io.polygator.gsm.modem;

import java.util.Set;

/** What else a refusal calls for, besides telling who sent. Modem loop only. */
final class SendTrouble {
    private static final Set<Integer> STORAGE_FULL = Set.of(208, 209, 211, 322);
    /** SIM missing or locked, or its service centre unknown: CMS numbers, then CME. */
    private static final Set<Integer> SIM_STATE = Set.of(310, 311, 312, 313, 315, 316, 330, 10, 11, 12, 13, 15);

    private final Inbox inbox;
    private final Recovery recovery;

    SendTrouble(Inbox inbox, Recovery recovery) {
        this.inbox = inbox;
        this.recovery = recovery;
    }

    void onRefused(SendError error) {
        if (STORAGE_FULL.contains(error.code())) {
            inbox.sweepSoon();
        } else if (error.kind() == SendError.Kind.MODULE) {
            recovery.moduleInTrouble(error.description());
        } else if (error.kind() == SendError.Kind.SIM && SIM_STATE.contains(error.code())) {
            recovery.simMayHaveChanged();
        }
    }
}
