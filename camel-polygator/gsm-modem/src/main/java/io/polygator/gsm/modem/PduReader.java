package io.polygator.gsm.modem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** From a line of hexadecimal digits to what it says; a line that cannot be read keeps its digits. */
final class PduReader {
    private PduReader() {}

    /**
     * Reads what came from the network.
     *
     * @param length of the TPDU in octets as the line before it announced, when it did
     */
    static ReceivedTpdu read(String raw, OptionalInt length, Optional<String> imsi, Instant at) {
        Optional<PduModeFrame> frame = Optional.empty();
        try {
            frame = Optional.of(PduModeFrame.parse(raw));
            int octets = frame.get().tpdu().length();
            if (length.isPresent() && length.getAsInt() != octets) {
                return defective(
                        raw, frame, octets + " octets where " + length.getAsInt() + " were announced", imsi, at);
            }
            Tpdu tpdu = TpduDecoder.decode(frame.get().tpdu(), Direction.TO_MOBILE);
            return new ReceivedTpdu(raw, frame, Optional.of(tpdu), "", imsi, at);
        } catch (TpduDecodeException unreadable) {
            return defective(raw, frame, String.valueOf(unreadable.getMessage()), imsi, at);
        }
    }

    private static ReceivedTpdu defective(
            String raw, Optional<PduModeFrame> frame, String defect, Optional<String> imsi, Instant at) {
        return new ReceivedTpdu(raw, frame, Optional.empty(), defect, imsi, at);
    }
}
