package io.polygator.gsm.modem;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** The profiles on the class path. Thread-safe. */
final class ModemProfiles {
    // Loaded by our own class loader: under OSGi the thread's loader does not see them.
    private static final List<ModemProfile> ALL =
            ServiceLoader.load(ModemProfile.class, ModemProfile.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private ModemProfiles() {}

    /**
     * The profile of a module type.
     *
     * @throws IllegalStateException if there is none, naming the type
     */
    static ModemProfile of(ModuleType type) {
        return ALL.stream()
                .filter(profile -> profile.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no profile for `module` " + type
                        + ": keep META-INF/services/" + ModemProfile.class.getName() + " when jars are merged"));
    }

    /** The profile that recognises what AT+CGMM said, or the generic one. */
    static ModemProfile recognise(String model) {
        String upperCase = model.toUpperCase(Locale.ROOT);
        return ALL.stream()
                .filter(profile -> profile.recognises(upperCase))
                .findFirst()
                .orElseGet(() -> of(ModuleType.GENERIC));
    }
}
