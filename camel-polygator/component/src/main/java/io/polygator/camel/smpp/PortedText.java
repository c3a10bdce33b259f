package io.polygator.camel.smpp;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Segmentation;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.smpp.esme.SubmitBody;
import java.util.Set;

/** A text for an application port, which the gateway knows for octets only: made ready here. Pure functions. */
final class PortedText {
    private PortedText() {}

    /** @throws IllegalArgumentException if it needs more than one short message */
    static MessageBody prepare(SubmitBody.Text text) {
        Segmentation segmentation = Segmenter.segmentText(
                text.text(),
                new SegmentationOptions(Encoding.AUTO, Set.of(), false, ConcatReference.ofEightBits(0), text.ports()));
        if (segmentation.segments().size() != 1) {
            throw new IllegalArgumentException(
                    "a text for an application port must fit into one short message: send octets, or cut it");
        }
        DataCodingScheme scheme = text.messageClass().isPresent()
                ? DataCodingScheme.of(
                        segmentation.alphabet(), text.messageClass().getAsInt())
                : DataCodingScheme.of(segmentation.alphabet());
        return new MessageBody.Prepared(segmentation.segments().get(0), scheme);
    }
}
