package io.polygator.gateway.account;

import java.util.Set;

/**
 * What belongs to the virtual modems.
 *
 * @param commands the commands that the account is granted beyond those for messages
 */
public record ModemOptions(Set<AtGrant> commands) {

    public ModemOptions {
        commands = Set.copyOf(commands);
    }

    /** Messages only. */
    public static ModemOptions defaults() {
        return new ModemOptions(Set.of());
    }
}
