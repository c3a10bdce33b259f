package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.VirtualRadio.Submission;

/** AT+CMGW: a message for later (3GPP TS 27.005 §3.5.3 and §4.4). */
final class MessageWriteCommands implements Family {
    /** A message whose recipient AT+CMSS will name. */
    private static final SmsAddress NOBODY = new SmsAddress(TypeOfNumber.UNKNOWN, SmsAddress.ISDN, "");

    @Override
    public void register(Registry commands) {
        commands.set("+CMGW", MessageWriteCommands::write)
                .execute("+CMGW", MessageWriteCommands::write)
                .exists("+CMGW");
    }

    private static void write(Command command) throws CommandRefused {
        if (command.settings().textMode) {
            writeText(command);
        } else {
            writePdu(command);
        }
    }

    private static void writePdu(Command command) throws CommandRefused {
        int unsent = MessageStatus.STORED_UNSENT.number();
        MessageStatus status = MessageStatus.ofNumber(command.arguments().numberOr(1, 0, 3, unsent));
        typing(command, status).ofPdu(frame -> checked(frame, status));
    }

    private static void writeText(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        SmsAddress destination =
                arguments.isMissing(0) ? NOBODY : AddressText.parse(command, 0, CommandRefused.INVALID_TEXT);
        String word = arguments.isMissing(2) ? MessageStatus.STORED_UNSENT.word() : arguments.text(2);
        MessageStatus status = StatusFilter.ofWord(word)
                .filter(written -> !written.isReceived())
                .orElseThrow(() -> CommandRefused.cms(CommandRefused.INVALID_TEXT));
        typing(command, status).ofText(destination, Submission::frame);
    }

    /** Programs write received messages, too, to bring back a backup. */
    private static PduModeFrame checked(PduModeFrame frame, MessageStatus status) throws TpduDecodeException {
        TpduDecoder.decode(frame.tpdu(), status.isReceived() ? Direction.TO_MOBILE : Direction.TO_NETWORK);
        return frame;
    }

    private static MessageTyping<PduModeFrame> typing(Command command, MessageStatus status) throws CommandRefused {
        MessageStorage storage = MessageStorageCommands.storage(command, command.settings().writeStorage);
        return new MessageTyping<>(command, (frame, completion) -> store(storage, status, frame, completion));
    }

    private static void store(
            MessageStorage storage, MessageStatus status, PduModeFrame frame, Command.Completion completion) {
        storage.store(
                status,
                frame,
                slot -> slot.ifPresentOrElse(
                        index -> completion.okAfter("+CMGW: " + index),
                        () -> completion.end(MessageTyping.error(CommandRefused.MEMORY_FULL))));
    }
}
