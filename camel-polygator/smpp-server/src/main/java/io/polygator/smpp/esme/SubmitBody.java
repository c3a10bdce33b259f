package io.polygator.smpp.esme;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.UserData;
import java.util.Optional;
import java.util.OptionalInt;

/** What a submission says. Prints without its contents. */
public sealed interface SubmitBody {

    /** Message class 0 (flash) to 3, when the ESME asked for one. */
    OptionalInt messageClass();

    /** The application ports it is for. */
    Optional<Ports> ports();

    /** A text of any length, to be encoded and cut into segments by whoever sends it. */
    record Text(String text, OptionalInt messageClass, Optional<Ports> ports) implements SubmitBody {
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** 8-bit data of any length, to be cut into segments by whoever sends it. */
    record Data(Octets octets, OptionalInt messageClass, Optional<Ports> ports) implements SubmitBody {
        @Override
        public String toString() {
            return "Data[" + octets.length() + " octets]";
        }
    }

    /** One short message that the ESME made ready for the air: with a header of its own, or with a coding of its own. */
    record Prepared(UserData userData, DataCodingScheme dataCodingScheme) implements SubmitBody {
        @Override
        public OptionalInt messageClass() {
            return dataCodingScheme.messageClass();
        }

        @Override
        public Optional<Ports> ports() {
            return Ports.in(userData.header());
        }

        /** Which segment of which message it is, when the ESME cuts its messages itself. */
        public Optional<Concatenation> concatenation() {
            return Concatenation.in(userData.header());
        }
    }
}
