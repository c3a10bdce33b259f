package io.polygator.gateway;

import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Makes the SMS-SUBMIT of a segment at the moment it is sent. Pure functions. */
final class SubmitTpdus {
    private static final int CLASS_GIVEN = 0x10;

    private SubmitTpdus() {}

    static SmsSubmit submit(StoredMessage message, StoredSegment segment, Instant now) {
        return new SmsSubmit(
                segment.possibleDuplicate(),
                message.request().reportRequested(),
                false,
                segment.placement().flatMap(where -> where.reference()).orElse(new MessageReference(0)),
                message.request().to(),
                new ProtocolIdentifier(0),
                codingScheme(message.alphabet(), message.request().messageClass()),
                validity(message, now),
                segment.userData());
    }

    /** TP-DCS of the general data coding group (3GPP TS 23.038 §4). */
    static DataCodingScheme codingScheme(Alphabet alphabet, OptionalInt messageClass) {
        int bits = messageClass.isPresent() ? CLASS_GIVEN | messageClass.getAsInt() : 0;
        return new DataCodingScheme(bits | alphabetBits(alphabet));
    }

    private static int alphabetBits(Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> 0x00;
            case OCTETS -> 0x04;
            case UCS2 -> 0x08;
        };
    }

    /** What is left of the validity; without one the service centre decides. */
    private static ValidityPeriod validity(StoredMessage message, Instant now) {
        return message.request().validity().isEmpty()
                ? new ValidityPeriod.None()
                : new ValidityPeriod.Relative(relativeOctet(Duration.between(now, message.expiresAt())));
    }

    /**
     * The octet of the longest relative validity that is not longer than the time given, at least the shortest of five
     * minutes (3GPP TS 23.040 §9.2.3.12.1).
     */
    static int relativeOctet(Duration time) {
        if (time.compareTo(Duration.ofHours(12)) <= 0) {
            return (int) Math.max(0, time.dividedBy(Duration.ofMinutes(5)) - 1);
        }
        if (time.compareTo(Duration.ofHours(24)) <= 0) {
            return (int) (143 + time.minusHours(12).dividedBy(Duration.ofMinutes(30)));
        }
        if (time.compareTo(Duration.ofDays(35)) < 0) {
            return time.compareTo(Duration.ofDays(2)) < 0 ? 167 : (int) Math.min(196, 166 + time.toDays());
        }
        return (int) Math.min(255, 192 + time.toDays() / 7);
    }
}
