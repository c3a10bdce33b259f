package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.VirtualCalls.Call;
import io.polygator.gsm.virtualmodem.VirtualCalls.CallDirection;
import java.util.List;

/** Voice calls, as far as a program for messages meets them (3GPP TS 27.007 §6 and §7). */
final class CallCommands implements Family {
    private static final int INCOMING = 4;
    private static final int INTERNATIONAL = 145;
    private static final int UNKNOWN = 129;

    @Override
    public void register(Registry commands) {
        commands.execute("H", command -> command.modem().calls().hangUp())
                .execute("+CHUP", command -> command.modem().calls().hangUp())
                .execute("A", command -> end(command.modem().calls().answer()))
                .execute("D", CallCommands::dial)
                .execute("+CLCC", CallCommands::list)
                .read("+CLIP", command -> command.answer("+CLIP: " + (command.settings().callerIdShown ? 1 : 0) + ",1"))
                .set("+CLIP", command -> command.settings().callerIdShown = isOn(command))
                .test("+CLIP", "(0,1)")
                .read("+CRC", command -> command.answer("+CRC: " + (command.settings().ringTyped ? 1 : 0)))
                .set("+CRC", command -> command.settings().ringTyped = isOn(command))
                .set("+CHLD", command -> command.modem().calls().hangUp())
                .set("+CCWA", command -> {})
                .set("+COLP", command -> {})
                .set("+CLVL", command -> {})
                .set("+CVHU", command -> {})
                .exists("+CHUP")
                .exists("+CLCC")
                .test("+CRC", "(0,1)")
                .execute("+CPAS", CallCommands::tellActivity)
                .test("+CPAS", "(0,3,4)")
                .guard(CommandGrant.DIAL, "D");
    }

    /** 0 ready, 3 ringing, 4 in a call (3GPP TS 27.007 §8.1). */
    private static void tellActivity(Command command) {
        List<Call> calls = command.modem().calls().current();
        boolean rings = calls.stream().anyMatch(call -> call.state() == INCOMING);
        command.answer("+CPAS: " + (rings ? 3 : calls.isEmpty() ? 0 : 4));
    }

    private static void dial(Command command) throws CommandRefused {
        String number = command.rawArgument().replace(";", "").strip();
        SimCommands.readySim(command);
        end(command.modem().calls().dial(number));
    }

    private static void end(FinalResult result) throws CommandRefused {
        if (!result.isOk()) {
            throw new CommandRefused(result);
        }
    }

    /** A number in quotes with its type of address (3GPP TS 24.008 §10.5.4.7): international with a plus, else unknown. */
    static String withType(String number) {
        return "\"" + number + "\"," + (number.startsWith("+") ? INTERNATIONAL : UNKNOWN);
    }

    private static void list(Command command) {
        List<Call> calls = command.modem().calls().current();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            int direction = call.direction() == CallDirection.FROM_MODULE ? 0 : 1;
            String number = call.number().map(known -> "," + withType(known)).orElse("");
            command.answer("+CLCC: " + (i + 1) + "," + direction + "," + call.state() + ",0,0" + number);
        }
    }

    private static boolean isOn(Command command) throws CommandRefused {
        return command.arguments().number(0, 0, 1) == 1;
    }
}
