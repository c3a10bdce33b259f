package io.polygator.http.kannel;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes what is sent from {@code text}, {@code udh} and the fields that say how to code them. A plain text is left to the
 * gateway, which cuts it; what asks for a header or a coding of its own is made ready here. Thread-safe.
 */
final class SmsContents {
    private static final int MOST_HEADER_OCTETS = 140;
    /** As many as the gateway sends of one message. */
    private static final int MOST_SEGMENTS = 10;

    private final AtomicInteger references = new AtomicInteger();

    /** The header must be as long as its first octet says (3GPP TS 23.040 §9.2.3.24). */
    void checkHeader(KannelParameters parameters) throws KannelRefusedException {
        Optional<Octets> udh = header(parameters);
        if (udh.isEmpty()) {
            return;
        }
        if (udh.get().length() != udh.get().at(0) + 1) {
            throw new KannelRefusedException(KannelAnswer.misformed("UDH field"));
        }
        if (udh.get().length() > MOST_HEADER_OCTETS) {
            throw new KannelRefusedException(KannelAnswer.rejected("UDH field is too long"));
        }
    }

    /** Checks the fields of the coding, in Kannel's order. */
    void checkCoding(KannelParameters parameters) throws KannelRefusedException {
        SmsCoding.read(parameters);
    }

    /** @throws KannelRefusedException if the text is not in its charset, or too long */
    SmsContent read(KannelParameters parameters) throws KannelRefusedException {
        SmsCoding coding = SmsCoding.read(parameters);
        Octets written = parameters.octets("text").orElse(Octets.empty());
        UserDataHeader header = elements(parameters);
        if (coding.alphabet() == Alphabet.OCTETS) {
            return coding.isPlain() && header.isEmpty() && !written.isEmpty()
                    ? SmsContent.of(
                            new MessageBody.Data(written, Optional.empty()), coding.messageClass(), Encoding.AUTO)
                    : prepared(header, Alphabet.OCTETS, written, coding);
        }
        Optional<Octets> odd = coding.alphabet() == Alphabet.UCS2 ? TextDecoding.oddUcs2(parameters) : Optional.empty();
        if (odd.isPresent()) {
            return prepared(header, Alphabet.UCS2, odd.get(), coding);
        }
        String text = TextDecoding.text(parameters, coding.alphabet());
        if (coding.isPlain() && header.isEmpty() && !text.isEmpty()) {
            Encoding encoding = coding.alphabet() == Alphabet.UCS2 ? Encoding.UCS2 : Encoding.AUTO;
            return SmsContent.of(new MessageBody.Text(text), coding.messageClass(), encoding);
        }
        return prepared(header, text, coding);
    }

    /** The header with its length; an empty one is none. */
    static Optional<Octets> header(KannelParameters parameters) {
        return parameters.octets("udh").filter(udh -> !udh.isEmpty());
    }

    private static UserDataHeader elements(KannelParameters parameters) {
        return header(parameters)
                .map(udh -> UserDataHeader.decode(udh.slice(1, udh.length())))
                .orElse(UserDataHeader.none());
    }

    /** In the GSM alphabet only when it has every character: question marks help nobody. */
    private SmsContent prepared(UserDataHeader header, String text, SmsCoding coding) throws KannelRefusedException {
        Optional<Octets> septets = coding.alphabet() == Alphabet.GSM7 ? Gsm7.encode(text) : Optional.empty();
        return septets.isPresent()
                ? prepared(header, Alphabet.GSM7, septets.get(), coding)
                : prepared(header, Alphabet.UCS2, Ucs2.encode(text), coding);
    }

    private SmsContent prepared(UserDataHeader header, Alphabet alphabet, Octets units, SmsCoding coding)
            throws KannelRefusedException {
        DataCodingScheme scheme = coding.scheme(alphabet, units.isEmpty());
        List<MessageBody> bodies = new ArrayList<>();
        for (UserData segment : segments(header, scheme.alphabet(), units)) {
            bodies.add(new MessageBody.Prepared(segment, scheme));
        }
        return new SmsContent(bodies, OptionalInt.empty(), Encoding.AUTO);
    }

    private List<UserData> segments(UserDataHeader header, Alphabet alphabet, Octets units)
            throws KannelRefusedException {
        if (units.length() <= UserData.capacity(alphabet, header)) {
            return List.of(new UserData(header, alphabet, units));
        }
        ConcatReference reference = ConcatReference.ofEightBits(references.incrementAndGet() & 0xFF);
        int capacity = UserData.capacity(alphabet, header.with(new Concatenation(reference, 1, 1).toElement()));
        List<Octets> runs = runs(alphabet, units, capacity);
        List<UserData> segments = new ArrayList<>();
        for (Octets run : runs) {
            Concatenation place = new Concatenation(reference, runs.size(), segments.size() + 1);
            segments.add(new UserData(header.with(place.toElement()), alphabet, run));
        }
        return segments;
    }

    private static List<Octets> runs(Alphabet alphabet, Octets units, int capacity) throws KannelRefusedException {
        List<Octets> runs = new ArrayList<>();
        int start = 0;
        while (start < units.length()) {
            int end = Math.min(start + capacity, units.length());
            boolean torn = end < units.length() && isTorn(alphabet, units.slice(start, end));
            int whole = torn ? end - (alphabet == Alphabet.UCS2 ? 2 : 1) : end;
            if (whole <= start || runs.size() == MOST_SEGMENTS) {
                throw new KannelRefusedException(KannelAnswer.rejected("Text field is too long"));
            }
            runs.add(units.slice(start, whole));
            start = whole;
        }
        return runs;
    }

    /** Whether the last character of a run goes on in the next. */
    private static boolean isTorn(Alphabet alphabet, Octets run) {
        return switch (alphabet) {
            case GSM7 -> Gsm7.endsWithinEscape(run);
            case UCS2 -> run.length() >= 2 && (run.at(run.length() - 2) & 0xFC) == 0xD8;
            case OCTETS -> false;
        };
    }
}
