package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;

/** Text or octets to segments. */
public final class Segmenter {
    private Segmenter() {}

    /**
     * @throws IllegalArgumentException if the text needs more than 255 segments, or GSM7 was asked for and the text
     *     holds a character that it lacks: the message names the limit or the character
     */
    public static Segmentation segmentText(String text, SegmentationOptions options) {
        throw new UnsupportedOperationException("codec");
    }

    /** The same for octets (8-bit data). */
    public static Segmentation segmentOctets(Octets octets, SegmentationOptions options) {
        throw new UnsupportedOperationException("codec");
    }
}
