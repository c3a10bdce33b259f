package io.polygator.gsm.modem.profile;

import static io.polygator.gsm.modem.ErrorMeaning.MODULE;
import static io.polygator.gsm.modem.ErrorMeaning.SIM;
import static io.polygator.gsm.modem.ErrorMeaning.TEMPORARY;
import static io.polygator.gsm.modem.ErrorMeaning.UNCONFIRMED;

import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.modem.ModemProfile;
import io.polygator.gsm.modem.ModuleError;
import io.polygator.gsm.modem.ModuleQuery;
import io.polygator.gsm.modem.ModuleType;
import java.util.Map;
import java.util.Optional;

/** Quectel M10, and its successor M95, which speaks the same commands. */
public final class M10Profile implements ModemProfile {
    /** Read with care: the lists differ from firmware to firmware, and 513 also ends a message that may have been sent. */
    private static final Map<Integer, ModuleError> ERRORS = Map.of(
            513, new ModuleError(UNCONFIRMED, "message too long, or failure of a lower layer"),
            528, new ModuleError(TEMPORARY, "the link for several messages is in a wrong state"),
            529, new ModuleError(SIM, "the SIM may not send"),
            530, new ModuleError(TEMPORARY, "the packet service is suspended"),
            531, new ModuleError(MODULE, "the module's storage is full"),
            532, new ModuleError(TEMPORARY, "the SIM is being read anew"));

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

    @Override
    public Map<Integer, ModuleError> errors() {
        return ERRORS;
    }

    @Override
    public boolean readsLastReference() {
        return true;
    }
}
