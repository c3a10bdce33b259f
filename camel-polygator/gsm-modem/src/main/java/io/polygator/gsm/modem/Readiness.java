package io.polygator.gsm.modem;

import java.util.Optional;

/** Whether messages can be sent just now. Modem loop only. */
interface Readiness {

    /** The line to send on, when the modem is ready. */
    Optional<Line> line();

    /** Why it is not ready, for the operator. */
    String obstacle();
}
