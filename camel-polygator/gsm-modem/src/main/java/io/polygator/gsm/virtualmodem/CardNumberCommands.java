package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import java.util.List;

/** The ICCID in the words of every module of the family. */
final class CardNumberCommands implements Family {

    @Override
    public void register(Registry commands) {
        for (String name : List.of("+QCCID", "+CCID")) {
            commands.execute(
                            name,
                            command ->
                                    command.answer(SimCommands.readySim(command).iccid()))
                    .exists(name);
        }
        commands.execute(
                        "+CICCID",
                        command -> command.answer(
                                "+ICCID: " + SimCommands.readySim(command).iccid()))
                .exists("+CICCID");
    }
}
