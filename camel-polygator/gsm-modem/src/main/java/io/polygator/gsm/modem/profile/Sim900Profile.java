package io.polygator.gsm.modem.profile;

import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.modem.ModemProfile;
import io.polygator.gsm.modem.ModuleError;
import io.polygator.gsm.modem.ModuleQuery;
import io.polygator.gsm.modem.ModuleType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SIMCom SIM900, and SIM800, which speaks the same commands. */
public final class Sim900Profile implements ModemProfile {

    @Override
    public ModuleType type() {
        return ModuleType.SIM900;
    }

    @Override
    public boolean recognises(String model) {
        return model.contains("SIM900") || model.contains("SIM800");
    }

    @Override
    public Optional<ModuleQuery> simPresence() {
        return Optional.of(new ModuleQuery(AtCommand.read("+CSMINS"), "+CSMINS:"));
    }

    @Override
    public Optional<ModuleQuery> pinAttemptsLeft() {
        return Optional.of(new ModuleQuery(AtCommand.execute("+SPIC"), "+SPIC:"));
    }

    @Override
    public List<AtCommand> hangUp() {
        return List.of(AtCommand.execute("H0"));
    }

    @Override
    public Optional<AtCommand> storeFlashMessages() {
        return Optional.of(AtCommand.set("+SCLASS0", "1"));
    }

    @Override
    public Map<Integer, ModuleError> errors() {
        return SimcomErrors.MEANINGS;
    }

    @Override
    public boolean readsLastReference() {
        return true;
    }
}
