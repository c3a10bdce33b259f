package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import io.polygator.gsm.virtualmodem.VirtualRadio.Submission;
import io.polygator.gsm.virtualmodem.VirtualRadio.SubmitResult;
import java.util.Optional;
import java.util.function.Function;

/** Sending, at once or from storage (3GPP TS 27.005 §3.5 and §4). */
final class MessageSendCommands implements Family {

    @Override
    public void register(Registry commands) {
        commands.set("+CMGS", MessageSendCommands::send)
                .exists("+CMGS")
                .set("+CMSS", MessageSendCommands::sendStored)
                .exists("+CMSS")
                .read("+CMMS", command -> command.answer("+CMMS: " + command.settings().moreMessages))
                .set(
                        "+CMMS",
                        command -> command.settings().moreMessages =
                                command.arguments().number(0, 0, 2))
                .test("+CMMS", "(0-2)");
    }

    private static void send(Command command) throws CommandRefused {
        MessageTyping<Submission> typing = new MessageTyping<>(
                command, (submission, completion) -> submit(command, submission, "+CMGS: ", completion, () -> {}));
        if (command.settings().textMode) {
            SmsAddress destination = AddressText.parse(command, 0, CommandRefused.INVALID_TEXT);
            refuseIfObstructed(command);
            typing.ofText(destination, Function.identity());
        } else {
            refuseIfObstructed(command);
            typing.ofPdu(Submission::of);
        }
    }

    private static void sendStored(Command command) throws CommandRefused {
        refuseIfObstructed(command);
        MessageStorage storage = MessageStorageCommands.storage(command, command.settings().writeStorage);
        StoredMessage message = storage.message(command.arguments().number(0, 0, 9999))
                .orElseThrow(() -> CommandRefused.cms(CommandRefused.INVALID_INDEX));
        Submission submission = readdressed(command, message);
        Runnable markSent = () -> storage.mark(message.index(), MessageStatus.STORED_SENT);
        submit(command, submission, "+CMSS: ", command.defer(), markSent);
    }

    /** To the number in the second argument, if there is one. */
    private static Submission readdressed(Command command, StoredMessage message) throws CommandRefused {
        Submission stored = submissionIn(message);
        if (command.arguments().isMissing(1)) {
            return stored;
        }
        SmsSubmit submit = stored.submit();
        return Submission.of(new SmsSubmit(
                submit.rejectDuplicates(),
                submit.statusReportRequested(),
                submit.replyPath(),
                submit.reference(),
                AddressText.parse(command, 1, CommandRefused.INVALID_TEXT),
                submit.protocolIdentifier(),
                submit.dataCodingScheme(),
                submit.validityPeriod(),
                submit.userData()));
    }

    private static Submission submissionIn(StoredMessage message) throws CommandRefused {
        try {
            return Submission.of(message.frame());
        } catch (TpduDecodeException e) {
            throw CommandRefused.cms(CommandRefused.INVALID_PDU);
        }
    }

    private static void refuseIfObstructed(Command command) throws CommandRefused {
        SimCommands.readySim(command);
        Optional<FinalResult> obstacle = command.modem().radio().obstacleToSending();
        if (obstacle.isPresent()) {
            throw new CommandRefused(obstacle.get());
        }
    }

    private static void submit(
            Command command, Submission submission, String prefix, Command.Completion completion, Runnable whenSent) {
        command.modem().radio().submit(submission, result -> tell(prefix, result, completion, whenSent));
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
}
