package io.polygator.gsm.modem.profile;

import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.modem.ModemProfile;
import io.polygator.gsm.modem.ModuleQuery;
import io.polygator.gsm.modem.ModuleType;
import java.util.Optional;

/** Quectel M10, and its successor M95, which speaks the same commands. */
public final class M10Profile implements ModemProfile {

    @Override
    public ModuleType type() {
        return ModuleType.M10;
    }

    @Override
    public boolean recognises(String model) {
        return model.contains("M10") || model.contains("M95");
    }

    @Override
    public ModuleQuery iccid() {
        return new ModuleQuery(AtCommand.execute("+QCCID"), "");
    }

    @Override
    public Optional<ModuleQuery> simPresence() {
        return Optional.of(new ModuleQuery(AtCommand.read("+QSIMSTAT"), "+QSIMSTAT:"));
    }

    @Override
    public Optional<ModuleQuery> pinAttemptsLeft() {
        return Optional.of(new ModuleQuery(AtCommand.execute("+QTRPIN"), "+QTRPIN:"));
    }

    @Override
    public Optional<AtCommand> storeFlashMessages() {
        return Optional.of(AtCommand.set("+QCLASS0", "1"));
    }
}
