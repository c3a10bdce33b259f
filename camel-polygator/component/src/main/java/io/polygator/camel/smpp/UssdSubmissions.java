package io.polygator.camel.smpp;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.esme.SubmitOptions;

/**
 * Submissions that ask for a USSD dialogue (SMPP 3.4 §5.2.11, §5.3.2.44). Such a dialogue needs a channel of the client's
 * choice and deliver_sm in both directions, which nothing behind the door has; an SMS with the code as its text, sent
 * instead, would cost money and do nothing. Pure functions.
 */
final class UssdSubmissions {
    private static final String SERVICE_TYPE = "USSD";

    private UssdSubmissions() {}

    /** @throws SmppRefusedException if it is one */
    static void refuse(SubmitOptions options) throws SmppRefusedException {
        if (options.serviceType().equalsIgnoreCase(SERVICE_TYPE)
                || options.ussdOperation().isPresent()) {
            throw new SmppRefusedException(
                    CommandStatus.RINVSERTYP, "USSD codes are not sent over SMPP: POST /v1/channels/NAME/ussd does it");
        }
    }
}
