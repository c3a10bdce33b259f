package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import java.util.OptionalInt;

/**
 * How full the SIM is with what is not ours to delete: drafts and copies of sent messages. When no slot is left the
 * network keeps what comes in to itself. Modem loop only.
 */
final class StorageGauge {
    private static final double ALARMING = 0.8;

    private final Runnable onChange;
    private OptionalInt capacity = OptionalInt.empty();
    private String notice = "";

    StorageGauge(Runnable onChange) {
        this.onChange = onChange;
    }

    /** {@code +CPMS: 3,20,3,20,3,20}: used and total of the memory that is read come first. */
    void acceptCapacity(AtReply reply) {
        Answers.fields(reply, "+CPMS:").ifPresent(fields -> capacity = fields.number(1));
    }

    /** So many slots hold something that stays. */
    void occupied(long slots) {
        boolean alarming = capacity.isPresent() && slots > 0 && slots >= capacity.getAsInt() * ALARMING;
        String now = alarming
                ? slots + " of " + capacity.getAsInt() + " slots of the SIM hold drafts or copies of sent messages:"
                        + " delete them, or nothing can be received"
                : "";
        if (!now.equals(notice)) {
            notice = now;
            onChange.run();
        }
    }

    /** What the operator should do, empty when there is room. */
    String notice() {
        return notice;
    }
}
