package io.polygator.gsm.sms.concat;

import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.UserData;
import java.util.List;

/**
 * A message cut into segments, in order, each with the header it needs.
 *
 * @param alphabet of all segments, for the data coding scheme
 * @param segments one to 255
 */
public record Segmentation(Alphabet alphabet, List<UserData> segments) {
    public Segmentation {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.size() > Concatenation.MOST_SEGMENTS) {
            throw new IllegalArgumentException("a message has 1.." + Concatenation.MOST_SEGMENTS + " segments, was "
                    + segments.size() + ": shorten the text");
        }
    }
}
