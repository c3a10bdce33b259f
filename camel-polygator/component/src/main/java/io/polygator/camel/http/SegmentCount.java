package io.polygator.camel.http;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;

/** How many short messages a body is on the air, for those who must not send more than so many in a time. */
public final class SegmentCount {
    private static final SegmentationOptions OPTIONS = SegmentationOptions.standard(ConcatReference.ofEightBits(0));
    /** Longer ones the gateway refuses, and nobody shall pay for them. */
    private static final int MOST = 10;

    private static final int MOST_CHARACTERS = MOST * 160;
    private static final int MOST_OCTETS = MOST * 140;

    private SegmentCount() {}

    /** 1 to 10; 1 for what the gateway will refuse. */
    public static int of(MessageBody body) {
        int count = count(body);
        return count >= 1 && count <= MOST ? count : 1;
    }

    private static int count(MessageBody body) {
        try {
            if (body instanceof MessageBody.Text text && text.text().length() <= MOST_CHARACTERS) {
                return Segmenter.segmentText(text.text(), OPTIONS).segments().size();
            }
            if (body instanceof MessageBody.Data data && data.octets().length() <= MOST_OCTETS) {
                return Segmenter.segmentOctets(data.octets(), OPTIONS)
                        .segments()
                        .size();
            }
            return 1;
        } catch (IllegalArgumentException refusedByTheGateway) {
            return 1;
        }
    }
}
