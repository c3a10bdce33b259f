package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.VirtualModem.PowerOrder;

/** AT+CFUN (3GPP TS 27.007 §8.2). */
final class PowerCommands implements Family {
    private static final int FULL = 1;

    @Override
    public void register(Registry commands) {
        commands.read(
                        "+CFUN",
                        command -> command.answer("+CFUN: " + command.modem().functionality()))
                .set("+CFUN", PowerCommands::setFunctionality)
                .test("+CFUN", "(0,1,4),(0,1)")
                .guard(CommandGrant.POWER_OFF, "+CFUN", arguments -> arguments.hasNumber(0, level -> level != FULL))
                .guard(CommandGrant.RESET, "+CFUN", arguments -> !arguments.isMissing(1));
    }

    private static void setFunctionality(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        int level = arguments.number(0, 0, 4);
        if (level != 0 && level != 1 && level != 4) {
            throw CommandRefused.cme(CommandRefused.NOT_SUPPORTED);
        }
        if (arguments.numberOr(1, 0, 1, 0) == 1) {
            command.modem().power(PowerOrder.RESTART);
        } else {
            command.modem().setFunctionality(level);
        }
    }
}
