package io.polygator.http.kannel;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is to be sent to each recipient.
 *
 * @param bodies one; several short messages that belong together when the request brings a header of its own and does
 *     not fit into one
 * @param messageClass 0 to 3; prepared bodies have their own
 * @param encoding UCS2 when the client insists
 */
public record SmsContent(List<MessageBody> bodies, OptionalInt messageClass, Encoding encoding) {

    public SmsContent {
        bodies = List.copyOf(bodies);
        if (bodies.isEmpty()) {
            throw new IllegalArgumentException("a message has a body, be it an empty one");
        }
    }

    static SmsContent of(MessageBody body, OptionalInt messageClass, Encoding encoding) {
        return new SmsContent(List.of(body), messageClass, encoding);
    }
}
