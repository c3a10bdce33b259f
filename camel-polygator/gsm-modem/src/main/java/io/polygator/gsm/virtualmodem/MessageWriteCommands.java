package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.SmsAddress;
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
        typing(command, status).ofPdu();
    }

    private static void writeText(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        SmsAddress destination =
                arguments.isMissing(0) ? NOBODY : AddressText.parse(command, 0, CommandRefused.INVALID_TEXT);
        String word = arguments.isMissing(2) ? MessageStatus.STORED_UNSENT.word() : arguments.text(2);
        MessageStatus status = StatusFilter.ofWord(word)
                .filter(written -> !written.isReceived())
                .orElseThrow(() -> CommandRefused.cms(CommandRefused.INVALID_TEXT));
        typing(command, status).ofText(destination);
    }

    private static MessageTyping typing(Command command, MessageStatus status) throws CommandRefused {
        MessageStorage storage = MessageStorageCommands.storage(command, command.settings().writeStorage);
        return new MessageTyping(command, (submission, completion) -> store(storage, status, submission, completion));
    }

    private static void store(
            MessageStorage storage, MessageStatus status, Submission submission, Command.Completion completion) {
        storage.store(
                status,
                submission.frame(),
                slot -> slot.ifPresentOrElse(
                        index -> completion.okAfter("+CMGW: " + index),
                        () -> completion.end(MessageTyping.error(CommandRefused.MEMORY_FULL))));
    }
}
