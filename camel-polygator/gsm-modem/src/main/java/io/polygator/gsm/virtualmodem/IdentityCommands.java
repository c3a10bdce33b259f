package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import java.util.List;
import java.util.function.Function;

/** Who the module is (3GPP TS 27.007 §5, ITU-T V.250 §6.1). */
final class IdentityCommands implements Family {

    @Override
    public void register(Registry commands) {
        commands.execute("I", command -> {
            ModuleIdentity identity = command.modem().identity();
            command.answer(identity.manufacturer() + "\r\n" + identity.model() + "\r\nRevision:" + identity.revision());
        });
        bare(commands, List.of("+CGMI", "+GMI"), ModuleIdentity::manufacturer);
        bare(commands, List.of("+CGMM", "+GMM"), ModuleIdentity::model);
        bare(commands, List.of("+CGMR", "+GMR"), identity -> "Revision:" + identity.revision());
        bare(commands, List.of("+CGSN", "+GSN"), ModuleIdentity::imei);
        commands.execute("+GCAP", command -> command.answer("+GCAP: +CGSM")).exists("+GCAP");
    }

    private static void bare(Registry commands, List<String> names, Function<ModuleIdentity, String> field) {
        for (String name : names) {
            commands.execute(
                            name,
                            command ->
                                    command.answer(field.apply(command.modem().identity())))
                    .exists(name);
        }
    }
}
