package io.polygator.gsm.modem;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;

/** What is known about one SMS-SUBMIT after the modem has answered, or has not. */
public sealed interface SendOutcome {
    /** The network took it; a status report, if asked for, will carry the reference, when the module told one. */
    record Accepted(Optional<MessageReference> reference) implements SendOutcome {}

    /** It was certainly not sent; the error says why and what may be done about it. */
    record Refused(SendError error) implements SendOutcome {}

    /**
     * The PDU left us and no final result came: sending it again may make a duplicate.
     *
     * @param reference the TP-MR it left the module with, when the SIM tells that it did; whether the network took it
     *     is unknown all the same
     */
    record Unconfirmed(String reason, Optional<MessageReference> reference) implements SendOutcome {}
}
