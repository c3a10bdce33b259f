package io.polygator.camel.http;

import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Segmentation;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.http.MessageRequest;
import java.util.List;

/** How many short messages a request is on the air, for each recipient. */
final class SegmentCount {
    private static final SegmentationOptions OPTIONS = SegmentationOptions.standard(ConcatReference.ofEightBits(0));

    /** Longer ones the gateway refuses, and nobody shall pay for them. */
    private static final int MOST = 10;

    private SegmentCount() {}

    /** 1 to 10; 1 for what the gateway will refuse. */
    static int of(MessageRequest request) {
        try {
            return request.text()
                    .map(text -> Segmenter.segmentText(text, OPTIONS))
                    .or(() -> request.data().map(octets -> Segmenter.segmentOctets(octets, OPTIONS)))
                    .map(Segmentation::segments)
                    .map(List::size)
                    .filter(size -> size >= 1 && size <= MOST)
                    .orElse(1);
        } catch (IllegalArgumentException refusedByTheGateway) {
            return 1;
        }
    }
}
