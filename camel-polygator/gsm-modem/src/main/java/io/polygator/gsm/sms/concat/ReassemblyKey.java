package io.polygator.gsm.sms.concat;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import java.util.Optional;

/**
 * What segments of one message have in common. It is not unique in time: references are used again after 256 messages,
 * or sooner by careless senders.
 *
 * @param imsi the receiving SIM, whatever channel it sits in
 * @param originator number or name with its type; the numbering plan is left out of the comparison
 * @param reference with its width: an 8-bit 7 is not a 16-bit 7
 * @param total of segments
 */
public record ReassemblyKey(String imsi, SmsAddress originator, ConcatReference reference, int total) {
    public ReassemblyKey {
        originator = new SmsAddress(originator.typeOfNumber(), SmsAddress.ISDN, originator.value());
    }

    /** The key of a segment; nothing when the message is a single one. */
    public static Optional<ReassemblyKey> of(String imsi, SmsDeliver segment) {
        return Concatenation.in(segment.userData().header())
                .map(place -> new ReassemblyKey(imsi, segment.originator(), place.reference(), place.total()));
    }
}
