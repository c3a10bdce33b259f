package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Segments as they come to a mobile. */
final class Segments {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final SmsAddress SENDER = SmsAddress.ofDestination("+12025550123");

    private Segments() {}

    static String joined(Segmentation segmentation) {
        return Reassembly.join(deliver(segmentation)).text();
    }

    static List<SmsDeliver> deliver(Segmentation segmentation) {
        return segmentation.segments().stream()
                .map(segment -> deliver(segment, NOON))
                .toList();
    }

    static SmsDeliver deliver(UserData userData, Instant sentAt) {
        return SmsDeliver.from(SENDER, ServiceCentreTimestamp.of(sentAt.atOffset(ZoneOffset.UTC)), userData);
    }

    static SmsDeliver gsm7(int sequence, int total, String text) {
        return gsm7(sequence, total, Gsm7.encode(text).orElseThrow());
    }

    static SmsDeliver gsm7(int sequence, int total, Octets septets) {
        return deliver(new UserData(header(sequence, total), Alphabet.GSM7, septets), NOON);
    }

    static SmsDeliver ucs2(int sequence, int total, String text) {
        return ucs2(sequence, total, Ucs2.encode(text));
    }

    static SmsDeliver ucs2(int sequence, int total, Octets octets) {
        return deliver(new UserData(header(sequence, total), Alphabet.UCS2, octets), NOON);
    }

    static SmsDeliver sentAt(Instant time, SmsDeliver segment) {
        return deliver(segment.userData(), time);
    }

    static UserDataHeader header(int sequence, int total) {
        return UserDataHeader.none()
                .with(new Concatenation(ConcatReference.ofEightBits(7), total, sequence).toElement());
    }
}
