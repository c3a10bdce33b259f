package io.polygator.smpp.esme;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What an ESME is to be told. Prints without its contents. */
public sealed interface Delivery {

    /** Where it comes from, as the ESME will read it. Deliveries of the same pair keep their order. */
    EsmeAddress source();

    /** Whom it is for, as the ESME will read it. */
    EsmeAddress destination();

    /** A text that came from the phone network. */
    record InboundText(
            SmsAddress from,
            SmsAddress to,
            String text,
            OptionalInt messageClass,
            Optional<Ports> ports,
            Instant receivedAt)
            implements Delivery {

        @Override
        public EsmeAddress source() {
            return EsmeAddress.of(from);
        }

        @Override
        public EsmeAddress destination() {
            return EsmeAddress.of(to);
        }

        @Override
        public String toString() {
            return "InboundText[" + from + ", " + to + ", " + text.length() + " characters]";
        }
    }

    /** 8-bit data that came from the phone network. */
    record InboundData(
            SmsAddress from,
            SmsAddress to,
            Octets octets,
            OptionalInt messageClass,
            Optional<Ports> ports,
            Instant receivedAt)
            implements Delivery {

        @Override
        public EsmeAddress source() {
            return EsmeAddress.of(from);
        }

        @Override
        public EsmeAddress destination() {
            return EsmeAddress.of(to);
        }

        @Override
        public String toString() {
            return "InboundData[" + from + ", " + to + ", " + octets.length() + " octets]";
        }
    }

    /**
     * What became of a submission.
     *
     * @param id as the response to the submission gave it
     * @param submitSource source of the submission; the receipt goes to it
     * @param submitDestination destination of the submission; the receipt comes from it
     * @param text of the submission, of which the receipt quotes at most 20 characters
     * @param submitted how many segments were submitted, 1 to 255
     * @param delivered how many of them were delivered
     * @param userMessageReference of the submission
     * @param networkError for network_error_code, 0 to 65535
     */
    record Receipt(
            Kind kind,
            MessageIdText id,
            EsmeAddress submitSource,
            EsmeAddress submitDestination,
            Instant submittedAt,
            Instant doneAt,
            ReceiptState state,
            ReceiptError error,
            String text,
            int submitted,
            int delivered,
            OptionalInt userMessageReference,
            OptionalInt networkError)
            implements Delivery {

        /** Whether more may follow. */
        public enum Kind {
            FINAL,
            INTERMEDIATE
        }

        @Override
        public EsmeAddress source() {
            return submitDestination;
        }

        @Override
        public EsmeAddress destination() {
            return submitSource;
        }

        @Override
        public String toString() {
            return "Receipt[" + id + ", " + state + "]";
        }
    }
}
