package io.polygator.gsm.modem.profile;

import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.modem.ModemProfile;
import io.polygator.gsm.modem.ModuleQuery;
import io.polygator.gsm.modem.ModuleType;
import java.util.List;
import java.util.Optional;

/** SIMCom SIM5215 and SIM5215A2. */
public final class Sim5215Profile implements ModemProfile {

    @Override
    public ModuleType type() {
        return ModuleType.SIM5215;
    }

    @Override
    public boolean recognises(String model) {
        return model.contains("SIM5215");
    }

    @Override
    public ModuleQuery iccid() {
        return new ModuleQuery(AtCommand.execute("+CICCID"), "+ICCID:");
    }

    @Override
    public Optional<ModuleQuery> pinAttemptsLeft() {
        return Optional.of(new ModuleQuery(AtCommand.execute("+SPIC"), "+SPIC:"));
    }

    /** ATH alone leaves a voice call up unless AT+CVHU=0 came before. */
    @Override
    public List<AtCommand> hangUp() {
        return List.of(AtCommand.set("+CVHU", "0"), AtCommand.execute("H0"));
    }

    @Override
    public List<String> announcements() {
        return List.of("2,1,0,1,0", "2,1,0,2,0", "1,1,0,1,0");
    }

    @Override
    public AtCommand restart() {
        return AtCommand.execute("+CRESET");
    }

    @Override
    public boolean readsLastReference() {
        return true;
    }
}
