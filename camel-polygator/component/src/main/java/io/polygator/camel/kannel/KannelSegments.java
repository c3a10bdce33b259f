package io.polygator.camel.kannel;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;

/** How many short messages a body is on the air. */
final class KannelSegments {
    private static final SegmentationOptions OPTIONS = SegmentationOptions.standard(ConcatReference.ofEightBits(0));
    /** Longer ones the gateway refuses, and nobody shall pay for them. */
    private static final int MOST = 10;

    private KannelSegments() {}

    /** 1 to 10. */
    static int of(MessageBody body) {
        int count = 1;
        if (body instanceof MessageBody.Text text && text.text().length() <= MOST * 160) {
            count = Segmenter.segmentText(text.text(), OPTIONS).segments().size();
        } else if (body instanceof MessageBody.Data data && data.octets().length() <= MOST * 140) {
            count = Segmenter.segmentOctets(data.octets(), OPTIONS).segments().size();
        }
        return Math.min(count, MOST);
    }
}
