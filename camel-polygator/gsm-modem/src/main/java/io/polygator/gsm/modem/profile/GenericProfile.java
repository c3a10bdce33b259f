package io.polygator.gsm.modem.profile;

import io.polygator.gsm.modem.ModemProfile;
import io.polygator.gsm.modem.ModuleType;

/** The common subset, for a module nobody knows. */
public final class GenericProfile implements ModemProfile {

    @Override
    public ModuleType type() {
        return ModuleType.GENERIC;
    }

    @Override
    public boolean recognises(String model) {
        return false;
    }
}
