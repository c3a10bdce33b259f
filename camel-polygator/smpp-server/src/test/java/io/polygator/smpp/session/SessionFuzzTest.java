package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.polygator.smpp.esme.Strictness;
import io.polygator.smpp.session.Rig.Wire;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Whatever a peer says: every request is answered once, nothing is answered unasked, and no session breaks. */
class SessionFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void anything(byte[] data) {
        Rig rig = new Rig();
        Wire wire = rig.connect();

        wire.send(data);

        rig.pass(Duration.ofSeconds(10));
        assertThat(wire.isOpen() && rig.comings.isEmpty()).isFalse();
    }

    @FuzzTest(maxDuration = "5m")
    void anythingOnceBound(byte[] data) {
        Rig rig = new Rig();
        boolean strict = data.length > 0 && (data[0] & 1) != 0;
        rig.profile =
                rig.profile.with(rig.profile.binds().withStrictness(strict ? Strictness.STRICT : Strictness.LENIENT));
        Wire wire = rig.bound(Raw.BIND_TRANSCEIVER, strict ? 0x50 : 0x34);

        wire.send(data);

        answersWhatWasAsked(wire, data);
    }

    /** The body of any request, with a header that fits. */
    @FuzzTest(maxDuration = "5m")
    void anyBody(byte[] data) {
        if (data.length < 2 || data.length > 60_000) {
            return;
        }
        int[] commands = {Raw.SUBMIT_SM, Raw.SUBMIT_MULTI, Raw.DATA_SM, Raw.QUERY_SM, Raw.CANCEL_SM, Raw.REPLACE_SM};
        Rig rig = new Rig();
        Wire wire = rig.bound(Raw.BIND_TRANSCEIVER, (data[1] & 1) == 0 ? 0x34 : 0x50);
        Raw request = Raw.pdu(commands[(data[0] & 0xFF) % commands.length], 7);
        for (int i = 2; i < data.length; i++) {
            request.octets(data[i]);
        }

        wire.send(request);

        assertThat(wire.rest()).singleElement().satisfies(answer -> {
            assertThat(answer.sequence()).isEqualTo(7);
            assertThat(answer.status()).as("no fault of ours").isNotEqualTo(0xFF);
        });
        assertThat(wire.isOpen()).isTrue();
    }

    private static void answersWhatWasAsked(Wire wire, byte[] data) {
        Map<Integer, Integer> answered = new HashMap<>();
        wire.rest().stream()
                .filter(answer -> answer.commandId() != Raw.GENERIC_NACK || answer.status() != 2)
                .forEach(answer -> {
                    assertThat(answer.status()).as("no fault of ours").isNotEqualTo(0xFF);
                    answered.merge(answer.sequence(), 1, Integer::sum);
                });
        assertThat(answered).isEqualTo(asked(data));
    }

    /** How many answers are due to each sequence number: one for every whole request, up to what is no frame. */
    private static Map<Integer, Integer> asked(byte[] data) {
        Map<Integer, Integer> asked = new HashMap<>();
        ByteBuffer octets = ByteBuffer.wrap(data);
        while (octets.remaining() >= 16) {
            int length = octets.getInt(octets.position());
            if (length < 16 || length > SessionLimits.standard().frame() || length > octets.remaining()) {
                break;
            }
            if (wantsAnswer(octets.getInt(octets.position() + 4))) {
                asked.merge(octets.getInt(octets.position() + 12), 1, Integer::sum);
            }
            octets.position(octets.position() + length);
        }
        return asked;
    }

    private static boolean wantsAnswer(int commandId) {
        boolean response = commandId < 0;
        return !response && commandId != Raw.OUTBIND && commandId != Raw.ALERT_NOTIFICATION;
    }
}
