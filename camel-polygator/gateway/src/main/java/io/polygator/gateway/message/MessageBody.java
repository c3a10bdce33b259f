package io.polygator.gateway.message;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import java.util.Optional;

/** What a message says. */
public sealed interface MessageBody {
    /** Text in any script. */
    record Text(String text) implements MessageBody {
        /** The length only. */
        @Override
        public String toString() {
            return Masked.text(text);
        }
    }

    /** Octets, with the application ports they are for. */
    record Data(Octets octets, Optional<Ports> ports) implements MessageBody {
        /** The length only. */
        @Override
        public String toString() {
            return "(" + octets.length() + " octets)";
        }
    }
}
