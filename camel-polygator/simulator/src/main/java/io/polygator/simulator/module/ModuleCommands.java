package io.polygator.simulator.module;

import io.polygator.gsm.virtualmodem.Command;
import io.polygator.gsm.virtualmodem.CommandGrant;
import io.polygator.gsm.virtualmodem.CommandRefused;
import io.polygator.gsm.virtualmodem.CommandSet;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.MessageStorage;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import io.polygator.gsm.virtualmodem.VirtualModem.PowerOrder;
import io.polygator.gsm.virtualmodem.VirtualSim;
import io.polygator.gsm.virtualmodem.VirtualSim.State;
import java.util.List;

/** The commands in which the modules differ. */
final class ModuleCommands {
    private static final int SIM_NOT_INSERTED = 10;

    private ModuleCommands() {}

    /** M10: knows neither AT+CNMA nor AT+CMMS. */
    static CommandSet quectel() {
        Registry commands = CommandSet.standard()
                .without("+CNMA")
                .without("+CMMS")
                .execute("+QCCID", ModuleCommands::tellIccid)
                .read("+QSIMSTAT", command -> command.answer("+QSIMSTAT: 0," + presence(command)))
                .set("+QSIMSTAT", command -> {})
                .execute("+QTRPIN", command -> command.answer("+QTRPIN: " + attempts(command)))
                .execute("+CEER", command -> command.answer("+CEER: 0,0"));
        accept(commands, "+QINISTAT", "+QCLASS0", "+QIURC", "+QCLIP", "+QAUDCH", "+QMIC", "+QSFR", "+QINDRI");
        return deletingAll(poweringOff(commands, "+QPOWD"), "+QMGDA").build();
    }

    /** SIM300 and SIM900. */
    static CommandSet simcom() {
        Registry commands = CommandSet.standard()
                .without("+CNMA")
                .without("+CMMS")
                .execute("+CCID", ModuleCommands::tellIccid)
                .read("+CSMINS", command -> command.answer("+CSMINS: 0," + presence(command)))
                .set("+CSMINS", command -> {})
                .execute("+SPIC", command -> command.answer("+SPIC: " + attempts(command)))
                .execute("+CEER", command -> command.answer("+CEER: \"Cause Select:0 Cause:0\""));
        accept(commands, "+SCLASS0", "+CIURC", "+CHFA", "+CMIC", "+SVR", "+EXUNSOL");
        return deletingAll(poweringOff(commands, "+CPOWD"), "+CMGDA").build();
    }

    /** SIM5215: knows AT+CNMA and AT+CGSMS. */
    static CommandSet sim5215() {
        Registry commands = CommandSet.standard()
                .without("+CMMS")
                .execute(
                        "+CICCID",
                        command ->
                                command.answer("+ICCID: " + insertedSim(command).iccid()))
                .execute(
                        "+SIMEI",
                        command -> command.answer(
                                "+SIMEI: " + command.modem().identity().imei()))
                .execute("+SPIC", command -> command.answer("+SPIC: " + attempts(command)))
                .execute("+CRESET", command -> command.modem().power(PowerOrder.RESTART))
                .execute("+CPOF", command -> command.modem().power(PowerOrder.OFF))
                .guard(CommandGrant.RESET, "+CRESET")
                .guard(CommandGrant.POWER_OFF, "+CPOF")
                .read("+CGSMS", command -> command.answer("+CGSMS: 1"));
        accept(commands, "+CGSMS", "+CSDVC", "+CTXVOL", "+CODEC");
        return commands.build();
    }

    private static void accept(Registry commands, String... names) {
        for (String name : names) {
            commands.set(name, command -> {});
        }
    }

    private static Registry poweringOff(Registry commands, String name) {
        return commands.set(name, command -> command.modem().power(PowerOrder.OFF))
                .guard(CommandGrant.POWER_OFF, name);
    }

    private static Registry deletingAll(Registry commands, String name) {
        return commands.set(name, ModuleCommands::deleteAll);
    }

    private static void deleteAll(Command command) throws CommandRefused {
        insertedSim(command);
        MessageStorage storage = command.modem().storage("SM").orElseThrow(CommandRefused::error);
        List<StoredMessage> messages = storage.messages();
        messages.forEach(message -> storage.delete(message.index(), deletion -> {}));
    }

    private static void tellIccid(Command command) throws CommandRefused {
        command.answer(insertedSim(command).iccid());
    }

    private static VirtualSim insertedSim(Command command) throws CommandRefused {
        VirtualSim sim = command.modem().sim();
        if (sim.state() == State.NOT_INSERTED) {
            throw CommandRefused.cme(SIM_NOT_INSERTED);
        }
        return sim;
    }

    private static int presence(Command command) {
        return command.modem().sim().state() == State.NOT_INSERTED ? 0 : 1;
    }

    private static String attempts(Command command) {
        VirtualSim sim = command.modem().sim();
        return sim.pinAttemptsLeft() + ",3," + sim.pukAttemptsLeft() + ",10";
    }
}
