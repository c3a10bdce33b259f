package io.polygator.camel.http;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Segmentation;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import java.util.List;
import java.util.Optional;

/** How many short messages a recipient's share of a request is on the air. */
final class SegmentCount {
    private static final SegmentationOptions OPTIONS = SegmentationOptions.standard(ConcatReference.ofEightBits(0));

    /** Longer ones the gateway refuses, and nobody shall pay for them. */
    private static final int MOST = 10;

    private SegmentCount() {}

    /** 1 to 10; 1 for what the gateway will refuse. */
    static int of(Optional<String> text, Optional<Octets> data) {
        try {
            return text.map(words -> Segmenter.segmentText(words, OPTIONS))
                    .or(() -> data.map(octets -> Segmenter.segmentOctets(octets, OPTIONS)))
                    .map(Segmentation::segments)
                    .map(List::size)
                    .filter(size -> size >= 1 && size <= MOST)
                    .orElse(1);
        } catch (IllegalArgumentException refusedByTheGateway) {
            return 1;
        }
    }
}
