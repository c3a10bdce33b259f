package io.polygator.gateway.message;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.UserData;
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

    /**
     * One short message exactly as its submitter made it, with its own header and alphabet. It is never cut again.
     *
     * @param scheme TP-DCS, which announces the alphabet of the user data
     */
    record Prepared(UserData userData, DataCodingScheme scheme) implements MessageBody {
        public Prepared {
            if (scheme.alphabet() != userData.alphabet()) {
                throw new IllegalArgumentException("TP-DCS " + scheme.value() + " announces " + scheme.alphabet()
                        + " but the user data holds " + userData.alphabet());
            }
            if (userData.octetLength() > UserData.MOST_OCTETS) {
                throw new IllegalArgumentException("one short message holds at most " + UserData.MOST_OCTETS
                        + " octets, was " + userData.octetLength() + ": cut it before");
            }
        }

        /** The length only. */
        @Override
        public String toString() {
            return "(prepared, " + userData.octetLength() + " octets)";
        }
    }
}
