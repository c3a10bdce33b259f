package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;

/** Locks and passwords (3GPP TS 27.007 §7.4 and §7.5): whether the SIM is locked is told, and nothing is changed. */
final class FacilityCommands implements Family {
    private static final String SIM = "SC";
    private static final int QUESTION = 2;

    @Override
    public void register(Registry commands) {
        commands.set("+CLCK", FacilityCommands::tellLock)
                .test("+CLCK", "(\"" + SIM + "\")")
                .guard(
                        CommandGrant.FACILITY_LOCK,
                        "+CLCK",
                        arguments -> arguments.hasNumber(1, mode -> mode != QUESTION))
                .set("+CPWD", FacilityCommands::refuse)
                .test("+CPWD", "(\"" + SIM + "\",8)")
                .guard(CommandGrant.PASSWORD, "+CPWD");
    }

    private static void tellLock(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        if (!arguments.text(0).equals(SIM) || arguments.number(1, 0, QUESTION) != QUESTION) {
            refuse(command);
        }
        command.answer("+CLCK: " + (SimCommands.readySim(command).isPinEnabled() ? 1 : 0));
    }

    private static void refuse(Command command) throws CommandRefused {
        throw CommandRefused.cme(CommandRefused.NOT_SUPPORTED);
    }
}
