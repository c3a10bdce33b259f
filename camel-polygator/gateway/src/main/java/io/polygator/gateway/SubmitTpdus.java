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

    private static DataCodingScheme codingScheme(Alphabet alphabet, OptionalInt messageClass) {
        return messageClass.isPresent()
                ? DataCodingScheme.of(alphabet, messageClass.getAsInt())
                : DataCodingScheme.of(alphabet);
    }

    /** What is left of the validity, in the steps of the air; without one the service centre decides. */
    private static ValidityPeriod validity(StoredMessage message, Instant now) {
        return message.request().validity().isEmpty()
                ? new ValidityPeriod.None()
                : ValidityPeriod.of(Duration.between(now, message.expiresAt()));
    }
}
