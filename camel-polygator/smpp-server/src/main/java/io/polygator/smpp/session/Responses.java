package io.polygator.smpp.session;

import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.ErrorBody;
import io.polygator.smpp.wire.Command;
import io.polygator.smpp.wire.PduComposer;

/** Responses that report an error. */
final class Responses {
    private Responses() {}

    static byte[] error(Command command, CommandStatus status, int sequence, ErrorBody body) {
        boolean hasMessageId = command.isSubmission();
        return body == ErrorBody.EMPTY_MESSAGE_ID && hasMessageId
                ? PduComposer.emptyMessageId(command, status, sequence)
                : PduComposer.header(command.responseId(), status, sequence);
    }

    static byte[] error(Command command, CommandStatus status, int sequence) {
        return error(command, status, sequence, ErrorBody.NONE);
    }
}
