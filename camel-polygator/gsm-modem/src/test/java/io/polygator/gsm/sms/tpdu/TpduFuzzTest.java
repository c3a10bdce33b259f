package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;

/**
 * Whatever comes, decoding gives a value or a {@link TpduDecodeException}; and a value that it gives survives a round
 * trip.
 */
class TpduFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void toMobile(byte[] data) throws TpduDecodeException {
        decodes(data, Direction.TO_MOBILE);
    }

    @FuzzTest(maxDuration = "5m")
    void toNetwork(byte[] data) throws TpduDecodeException {
        decodes(data, Direction.TO_NETWORK);
    }

    private static void decodes(byte[] data, Direction direction) throws TpduDecodeException {
        Tpdu tpdu;
        try {
            tpdu = TpduDecoder.decode(Octets.copyOf(data), direction);
        } catch (TpduDecodeException defect) {
            namesAPlaceWithin(data, defect);
            return;
        }
        survives(tpdu, direction);
    }

    @FuzzTest(maxDuration = "5m")
    void reports(byte[] data) throws TpduDecodeException {
        for (Direction direction : Direction.values()) {
            decodesReport(data, direction);
        }
    }

    private static void decodesReport(byte[] data, Direction direction) throws TpduDecodeException {
        Tpdu report;
        try {
            report = TpduDecoder.decodeReport(Octets.copyOf(data), direction);
        } catch (TpduDecodeException defect) {
            namesAPlaceWithin(data, defect);
            return;
        }
        assertThat(TpduDecoder.decodeReport(TpduEncoder.encode(report), direction))
                .isEqualTo(report);
    }

    @FuzzTest(maxDuration = "5m")
    void userDataHeader(byte[] data) {
        UserDataHeader header = UserDataHeader.decode(Octets.copyOf(data).slice(0, Math.min(data.length, 255)));
        assertThat(UserDataHeader.decode(withoutLength(header.encode()))).isEqualTo(header);
        assertThat(header.nationalShift()).isNotNull();
    }

    private static Octets withoutLength(Octets encoded) {
        return encoded.isEmpty() ? encoded : encoded.slice(1, encoded.length());
    }

    private static void survives(Tpdu tpdu, Direction direction) throws TpduDecodeException {
        assertThat(TpduDecoder.decode(TpduEncoder.encode(tpdu), direction)).isEqualTo(tpdu);
        if (tpdu instanceof SmsDeliver deliver) {
            assertThat(deliver.userData().text().isPresent())
                    .isEqualTo(deliver.dataCodingScheme().alphabet() != Alphabet.OCTETS);
            assertThat(deliver.originator().sameSubscriber(deliver.originator()))
                    .isTrue();
        }
    }

    private static void namesAPlaceWithin(byte[] data, TpduDecodeException defect) {
        assertThat(defect.offset()).isBetween(0, data.length);
        assertThat(defect.field()).startsWith("TP-");
    }
}
