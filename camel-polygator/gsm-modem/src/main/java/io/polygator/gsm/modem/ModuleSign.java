package io.polygator.gsm.modem;

import io.polygator.gsm.at.session.Urc;
import java.util.Locale;
import java.util.Set;

/** What an unsolicited result says about the module itself. */
enum ModuleSign {
    RESTARTED,
    SWITCHED_OFF,
    POWER_WARNING,
    SIM_READY,
    /** Removed, inserted, locked or failed. */
    SIM_CHANGED,
    NONE;

    /** SIM5215 says START where the others say RDY. */
    private static final Set<String> BOOT = Set.of("RDY", "START");

    private static final Set<String> CME_SIM = Set.of("10", "13", "15");

    static ModuleSign of(Urc urc, ModemProfile profile) {
        String name = urc.name().toUpperCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        if (BOOT.contains(name)) {
            return RESTARTED;
        }
        if (name.endsWith("POWER DOWN")) {
            return SWITCHED_OFF;
        }
        if (name.startsWith("UNDER VOLTAGE") || name.startsWith("OVER VOLTAGE") || name.equals("+CMTE")) {
            return POWER_WARNING;
        }
        if (name.equals("+CPIN")) {
            return urc.arguments().equals("READY") ? SIM_READY : SIM_CHANGED;
        }
        return isSimFailure(urc, name) || isPresence(name, profile) ? SIM_CHANGED : NONE;
    }

    /** SIM5215 prints {@code +CME ERROR: SIM failure} unasked when its SIM is missing. */
    private static boolean isSimFailure(Urc urc, String name) {
        return name.equals("+CME ERROR") && (urc.arguments().contains("SIM") || CME_SIM.contains(urc.arguments()));
    }

    private static boolean isPresence(String name, ModemProfile profile) {
        return profile.simPresence()
                .filter(query -> query.prefix().equals(name + ":"))
                .isPresent();
    }
}
