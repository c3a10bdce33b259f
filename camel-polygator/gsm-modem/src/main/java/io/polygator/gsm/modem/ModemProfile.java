package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one module type does in its own way. The defaults are the common subset of commands; a profile overrides only
 * where its module differs. Found through {@link java.util.ServiceLoader}, so that a module type is added without
 * touching the driver. Immutable.
 */
public interface ModemProfile {

    ModuleType type();

    /**
     * Whether this is the profile of the module.
     *
     * @param model what AT+CGMM said, in upper case
     */
    boolean recognises(String model);

    /** Asks for the number of the SIM card. */
    default ModuleQuery iccid() {
        return new ModuleQuery(AtCommand.execute("+CCID"), "");
    }

    /**
     * Asks whether a SIM is inserted; the same prefix, unasked, announces a change. The second field of the answer is
     * 1 when it is.
     */
    default Optional<ModuleQuery> simPresence() {
        return Optional.empty();
    }

    /** Asks how many PIN attempts are left: the first number of the answer. */
    default Optional<ModuleQuery> pinAttemptsLeft() {
        return Optional.empty();
    }

    /** Ends every call. */
    default List<AtCommand> hangUp() {
        return List.of(AtCommand.execute("H"));
    }

    /** Has class 0 (flash) messages stored like others; shown only, they would be lost. */
    default Optional<AtCommand> storeFlashMessages() {
        return Optional.empty();
    }

    /** Arguments of AT+CNMI in order of preference (3GPP TS 27.005 §3.4.1). */
    default List<String> announcements() {
        return List.of("2,1,0,1,0", "1,1,0,1,0");
    }

    /** Restarts the module, which stays powered: over TCP nobody can press its key. */
    default AtCommand restart() {
        return AtCommand.set("+CFUN", "1,1");
    }

    /**
     * Whether AT+CRSM reads the SIM's files, so that the last used TP-MR can be learnt from the SIM (EF-SMSS). That the
     * module keeps the file up to date need not be known: it is seen before anything is concluded from it.
     */
    default boolean readsLastReference() {
        return false;
    }

    /** What this module means by its own +CMS ERROR numbers from 512 on, where it differs from the common reading. */
    default Map<Integer, ModuleError> errors() {
        return Map.of();
    }
}
