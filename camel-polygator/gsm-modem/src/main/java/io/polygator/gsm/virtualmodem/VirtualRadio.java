package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import java.util.Optional;
import java.util.function.Consumer;

/** The network as AT commands see it. */
public interface VirtualRadio {

    /** What AT+CREG? answers. */
    Registration registration();

    /** What AT+CSQ answers. */
    SignalQuality signal();

    /** The network, unless the module is not registered. */
    Optional<NetworkOperator> operator();

    /** Whether {@link #smsc} is nothing only for the moment, so that who asks is better told a little later. */
    default boolean isSmscAwaited() {
        return false;
    }

    /** The service centre of AT+CSCA, or nothing while the SIM has none or has not told it yet. */
    Optional<SmsAddress> smsc();

    /**
     * Replaces the service centre.
     *
     * @return nothing when it is replaced, otherwise the error for the client
     */
    Optional<FinalResult> setSmsc(SmsAddress smsc);

    /** Why a message cannot be sent now, to be told instead of the prompt; nothing when it can. */
    Optional<FinalResult> obstacleToSending();

    /**
     * Sends a message. The client gets no other answer meanwhile, so whoever sends sets itself a deadline. The client may
     * be gone when the result comes; the message was submitted nevertheless.
     *
     * @param result hears the outcome once, on the loop; may be called before this method returns
     */
    void submit(Submission submission, Consumer<SubmitResult> result);

    /**
     * Starts or continues a USSD dialogue with this text; the answer comes as {@link AtServer#ussd}.
     *
     * @return nothing when the request is on its way, otherwise the error for the client
     */
    Optional<FinalResult> requestUssd(String text);

    /** Ends the USSD dialogue, if there is one. */
    void cancelUssd();

    /**
     * Registration state (3GPP TS 27.007 §7.2).
     *
     * @param status 0 idle, 1 home, 2 searching, 3 denied, 4 unknown, 5 roaming
     * @param area location area code, four hexadecimal digits
     * @param cell cell identity, four hexadecimal digits
     */
    record Registration(int status, String area, String cell) {
        /** Whether messages can be sent. */
        public boolean isRegistered() {
            return status == 1 || status == 5;
        }

        /** The state, with the cell if the detail is 2 and there is one. */
        String reported(int detail) {
            return status + (detail == 2 && isRegistered() ? ",\"" + area + "\",\"" + cell + "\"" : "");
        }
    }

    /**
     * A message that a client sends.
     *
     * @param submit what it says
     * @param frame how it was typed in PDU mode, with the service centre if the client named one; in text mode what that
     *     would have been
     */
    record Submission(SmsSubmit submit, PduModeFrame frame) {
        /** A message that was not typed as a PDU. */
        static Submission of(SmsSubmit submit) {
            return new Submission(submit, new PduModeFrame(Optional.empty(), TpduEncoder.encode(submit)));
        }

        /**
         * A message that was typed as a PDU.
         *
         * @throws TpduDecodeException if it is no SMS-SUBMIT
         */
        static Submission of(PduModeFrame frame) throws TpduDecodeException {
            if (TpduDecoder.decode(frame.tpdu(), Direction.TO_NETWORK) instanceof SmsSubmit submit) {
                return new Submission(submit, frame);
            }
            throw new TpduDecodeException("TP-MTI", 0, Defect.RESERVED_VALUE);
        }
    }

    /** Received signal strength 0 to 31 and bit error rate 0 to 7, 99 when unknown (3GPP TS 27.007 §8.5). */
    record SignalQuality(int strength, int errorRate) {}

    /**
     * A network.
     *
     * @param name long alphanumeric name
     * @param code mobile country and network code, five or six digits
     */
    record NetworkOperator(String name, String code) {}

    /** What came of {@link #submit}. */
    sealed interface SubmitResult {
        /** The network took it under this reference. */
        record Accepted(MessageReference reference) implements SubmitResult {}

        /** It was refused. */
        record Refused(FinalResult error) implements SubmitResult {}

        /** The module forgets to answer, as real ones sometimes do. */
        record Unanswered() implements SubmitResult {}
    }
}
