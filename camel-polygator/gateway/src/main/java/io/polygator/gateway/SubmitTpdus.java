package io.polygator.gateway;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.store.Placement;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gateway.store.StoredSegment;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the SMS-SUBMIT of a segment at the moment it is sent. Pure functions. */
final class SubmitTpdus {
    private SubmitTpdus() {}

    /**
     * The SMS-SUBMIT of a segment that was handed over.
     *
     * @param earlier where it was handed over the time before: a repetition by the same SIM names the same TP-MR, so
     *     that the service centre can tell (3GPP TS 23.040 §9.2.3.25); most modules put their own in its place
     */
    static SmsSubmit submit(StoredMessage message, int sequence, Optional<Placement> earlier, Instant now) {
        StoredSegment segment = message.segment(sequence);
        Optional<String> imsi = segment.placement().flatMap(Placement::imsi);
        return new SmsSubmit(
                segment.possibleDuplicate(),
                message.request().reportRequested(),
                message.request().replyPath(),
                earlier.filter(where ->
                                segment.possibleDuplicate() && where.imsi().equals(imsi))
                        .flatMap(Placement::presumedReference)
                        .orElse(new MessageReference(0)),
                message.request().to(),
                message.request().protocolIdentifier(),
                codingScheme(message),
                validity(message, now),
                segment.userData());
    }

    private static DataCodingScheme codingScheme(StoredMessage message) {
        if (message.request().body() instanceof MessageBody.Prepared prepared) {
            return prepared.scheme();
        }
        Alphabet alphabet = message.alphabet();
        OptionalInt messageClass = message.request().messageClass();
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
