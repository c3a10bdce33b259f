package io.polygator.gsm.sms.concat;

import io.polygator.gsm.sms.alphabet.NationalLanguage;
import java.util.Optional;
import java.util.Set;

/**
 * How a text is encoded and cut.
 *
 * @param encoding AUTO takes the cheapest alphabet that carries the whole text
 * @param languages national tables that AUTO may use; empty by default, since old receivers show garbage
 * @param transliterate whether letters without a GSM 7-bit code may become similar ones that have one
 * @param reference what segments are marked with, when there are several
 * @param ports application ports (destination, source), when the message is for one
 */
public record SegmentationOptions(
        Encoding encoding,
        Set<NationalLanguage> languages,
        boolean transliterate,
        ConcatReference reference,
        Optional<Ports> ports) {

    /** The alphabet asked for. */
    public enum Encoding {
        AUTO,
        GSM7,
        UCS2
    }

    /** Application port addresses, 0 to 65535 (3GPP TS 23.040 §9.2.3.24.4). */
    public record Ports(int destination, int source) {}
}
