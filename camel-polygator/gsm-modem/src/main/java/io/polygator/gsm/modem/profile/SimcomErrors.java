package io.polygator.gsm.modem.profile;

import static io.polygator.gsm.modem.ErrorMeaning.TEMPORARY;
import static io.polygator.gsm.modem.ErrorMeaning.UNCONFIRMED;

import io.polygator.gsm.modem.ModuleError;
import java.util.Map;

/** The +CMS ERROR numbers of SIM300 and SIM900 that the common reading does not tell as well. */
final class SimcomErrors {
    static final Map<Integer, ModuleError> MEANINGS = Map.of(
            // Named for the SIM's unread messages, and seen after the network's time-out as well.
            513, new ModuleError(UNCONFIRMED, "unread messages on the SIM, or failure of a lower layer"),
            514, new ModuleError(TEMPORARY, "error of the cell broadcast service"),
            515, new ModuleError(TEMPORARY, "packet service busy"));

    private SimcomErrors() {}
}
