package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.virtualmodem.VirtualRadio.Submission;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A client types a message at the prompt, as text or as a PDU; what is no message ends its command with an error.
 *
 * @param <T> what the command wants of the message
 */
final class MessageTyping<T> {
    /** The longest TPDU: a SUBMIT of 24 octets and 140 of user data (3GPP TS 23.040 §9.2.2.2). */
    private static final int LONGEST_TPDU = 164;

    private final Command command;
    private final BiConsumer<T, Command.Completion> typed;

    /** @param typed hears the message and ends the command */
    MessageTyping(Command command, BiConsumer<T, Command.Completion> typed) {
        this.command = command;
        this.typed = typed;
    }

    /** Reads what the command wants out of a PDU. */
    @FunctionalInterface
    interface FrameReader<T> {
        T read(PduModeFrame frame) throws TpduDecodeException;
    }

    /** Hexadecimal digits of a TPDU as long as announced by the first argument. */
    void ofPdu(FrameReader<T> reader) throws CommandRefused {
        int length = command.arguments().number(0, 1, LONGEST_TPDU);
        Command.Completion completion = command.defer();
        command.prompt(text -> {
            try {
                typed.accept(reader.read(frameIn(text, length)), completion);
            } catch (TpduDecodeException e) {
                completion.end(error(CommandRefused.INVALID_PDU));
            }
        });
    }

    private static PduModeFrame frameIn(String text, int length) throws TpduDecodeException {
        PduModeFrame frame = PduModeFrame.parse(text.replaceAll("[\\r\\n ]", ""));
        if (frame.tpduLength() != length) {
            throw new TpduDecodeException("TPDU", 0, TpduDecodeException.Defect.OVERLENGTH);
        }
        return frame;
    }

    /** A text to this number, with the parameters of AT+CSMP as they are when the prompt comes. */
    void ofText(SmsAddress destination, Function<Submission, T> reader) {
        TextParameters parameters = command.settings().textParameters;
        CharacterSet characterSet = command.settings().characterSet;
        Command.Completion completion = command.defer();
        command.prompt(text -> TextModeSubmit.compose(destination, parameters, characterSet, text)
                .map(Submission::of)
                .map(reader)
                .ifPresentOrElse(
                        message -> typed.accept(message, completion),
                        () -> completion.end(error(CommandRefused.INVALID_TEXT))));
    }

    static FinalResult error(int code) {
        return CommandRefused.cms(code).result();
    }
}
