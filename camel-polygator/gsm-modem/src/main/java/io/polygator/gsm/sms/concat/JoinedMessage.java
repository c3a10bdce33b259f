package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import java.util.List;
import java.util.Optional;

/**
 * A message put together from its segments. Prints without its contents.
 *
 * @param text the text; empty for 8-bit messages
 * @param data the octets of 8-bit messages; empty for text
 * @param alphabet OCTETS when all segments are 8-bit, UCS2 when one is, otherwise GSM7
 * @param ports the application it is for
 * @param first its first segment that came: originator, time, class and protocol of the message are taken from it
 * @param segments how many came
 * @param missing sequences that did not come; each run of them is a {@link Reassembly#GAP} in the text
 */
public record JoinedMessage(
        String text,
        Octets data,
        Alphabet alphabet,
        Optional<Ports> ports,
        SmsDeliver first,
        int segments,
        List<Integer> missing) {
    public JoinedMessage {
        missing = List.copyOf(missing);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    @Override
    public String toString() {
        return "JoinedMessage[" + alphabet + ", " + segments + " segments, missing " + missing + "]";
    }
}
