package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.virtualmodem.ClientLogin.Verdict;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;

/** {@code AT+LOGIN="user","secret"}: ours alone, no module has it. Unknown where no login is asked for. */
final class LoginCommands implements Family {

    @Override
    public void register(Registry commands) {
        commands.set("+LOGIN", LoginCommands::logIn)
                .read("+LOGIN", LoginCommands::tellState)
                .exists("+LOGIN")
                .beforeLogin("+LOGIN");
    }

    private static void logIn(Command command) throws CommandRefused {
        LoginGate gate = guardedGate(command);
        String user = command.arguments().text(0);
        String secret = command.arguments().text(1);
        Command.Completion completion = command.defer();
        gate.attempt(user, secret, verdict -> {
            completion.end(verdict == Verdict.ACCEPTED ? new FinalResult.Ok() : new FinalResult.BareError());
            gate.hangUpOnIntruder();
        });
    }

    private static void tellState(Command command) throws CommandRefused {
        command.answer("+LOGIN: " + (guardedGate(command).isOpen() ? 1 : 0));
    }

    private static LoginGate guardedGate(Command command) throws CommandRefused {
        if (!command.gate().isGuarded()) {
            throw CommandRefused.error();
        }
        return command.gate();
    }
}
