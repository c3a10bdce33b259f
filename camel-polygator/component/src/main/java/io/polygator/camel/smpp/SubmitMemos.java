package io.polygator.camel.smpp;

import io.polygator.smpp.esme.MessagingMode;
import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.esme.SubmitRequest;
import java.util.Optional;

/** Makes the memo of a submission. Pure functions. */
final class SubmitMemos {
    private static final int QUOTED = 20;

    private SubmitMemos() {}

    /** @param shortId the message_id for a 3.3 peer; empty for others */
    static SubmitMemo of(SubmitRequest request, Optional<String> shortId) {
        boolean datagram = request.options().mode() == MessagingMode.DATAGRAM;
        return new SubmitMemo(
                request.source(),
                request.destination(),
                request.options().serviceType(),
                datagram ? ReceiptWishes.none() : request.options().receipts(),
                request.options().userMessageReference(),
                Optional.empty(),
                shortId,
                quoted(request.body()));
    }

    private static String quoted(SubmitBody body) {
        String text = "";
        if (body instanceof SubmitBody.Text whole) {
            text = whole.text();
        } else if (body instanceof SubmitBody.Prepared prepared) {
            text = prepared.userData().text().orElse("");
        }
        return beginning(text);
    }

    /** As much of a text as a receipt quotes. */
    static String beginning(String text) {
        int end = text.offsetByCodePoints(0, Math.min(QUOTED, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }
}
