package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmsError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import io.polygator.gsm.virtualmodem.VirtualRadio.SubmitResult;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Sending, at once or from storage (3GPP TS 27.005 §3.5 and §4). */
final class MessageSendCommands implements Family {
    /** The longest TPDU: a SUBMIT of 24 octets and 140 of user data (3GPP TS 23.040 §9.2.2.2). */
    private static final int LONGEST_TPDU = 164;

    private static final int INVALID_PDU_PARAMETER = 304;
    private static final int INVALID_INDEX = 321;
    private static final int MEMORY_FULL = 322;

    @Override
    public void register(Registry commands) {
        commands.set("+CMGS", MessageSendCommands::send)
                .exists("+CMGS")
                .set("+CMGW", MessageSendCommands::write)
                .exists("+CMGW")
                .set("+CMSS", MessageSendCommands::sendStored)
                .exists("+CMSS");
    }

    private static void send(Command command) throws CommandRefused {
        refuseIfObstructed(command);
        promptForPdu(command, (frame, completion) -> command.modem()
                .radio()
                .submit(frame, result -> tell("+CMGS: ", result, completion, () -> {})));
    }

    private static void sendStored(Command command) throws CommandRefused {
        refuseIfObstructed(command);
        MessageStorage storage = MessageStorageCommands.storage(command, command.settings().writeStorage);
        StoredMessage message = storage.message(command.arguments().number(0, 0, 9999))
                .orElseThrow(() -> CommandRefused.cms(INVALID_INDEX));
        Command.Completion completion = command.defer();
        Runnable markSent = () -> storage.mark(message.index(), MessageStatus.STORED_SENT);
        command.modem().radio().submit(message.frame(), result -> tell("+CMSS: ", result, completion, markSent));
    }

    private static void write(Command command) throws CommandRefused {
        MessageStorage storage = MessageStorageCommands.storage(command, command.settings().writeStorage);
        int unsent = MessageStatus.STORED_UNSENT.number();
        MessageStatus status = MessageStatus.ofNumber(command.arguments().numberOr(1, 0, 3, unsent));
        promptForPdu(command, (frame, completion) -> {
            OptionalInt index = storage.store(status, frame);
            if (index.isPresent()) {
                completion.okAfter("+CMGW: " + index.getAsInt());
            } else {
                completion.end(cms(MEMORY_FULL));
            }
        });
    }

    private static void refuseIfObstructed(Command command) throws CommandRefused {
        SimCommands.readySim(command);
        Optional<FinalResult> obstacle = command.modem().radio().obstacleToSending();
        if (obstacle.isPresent()) {
            throw new CommandRefused(obstacle.get());
        }
    }

    private static void promptForPdu(Command command, BiConsumer<PduModeFrame, Command.Completion> typed)
            throws CommandRefused {
        int length = command.arguments().number(0, 1, LONGEST_TPDU);
        Command.Completion completion = command.defer();
        Consumer<String> whenTyped = text -> frameOf(text, length)
                .ifPresentOrElse(
                        frame -> typed.accept(frame, completion), () -> completion.end(cms(INVALID_PDU_PARAMETER)));
        command.prompt(whenTyped);
    }

    private static Optional<PduModeFrame> frameOf(String text, int length) {
        try {
            PduModeFrame frame = PduModeFrame.parse(text.replaceAll("[\\r\\n ]", ""));
            return frame.tpdu().length() == length ? Optional.of(frame) : Optional.empty();
        } catch (TpduDecodeException e) {
            return Optional.empty();
        }
    }

    private static void tell(String prefix, SubmitResult result, Command.Completion completion, Runnable whenSent) {
        if (result instanceof SubmitResult.Accepted accepted) {
            whenSent.run();
            completion.okAfter(prefix + accepted.reference().value());
        } else if (result instanceof SubmitResult.Refused refused) {
            completion.end(refused.error());
        } else {
            completion.silence();
        }
    }

    private static FinalResult cms(int code) {
        return new FinalResult.Cms(new CmsError(code));
    }
}
