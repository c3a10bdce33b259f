package io.polygator.gsm.virtualmodem;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the clients of a server may do. A command that needs more is answered with "operation not allowed" and reaches
 * no handler.
 */
public record CommandPolicy(Set<CommandGrant> grants) {
    public CommandPolicy {
        grants = Set.copyOf(grants);
    }

    /** Messages and questions only: for clients that the owner of the SIM does not know. */
    public static CommandPolicy messagesOnly() {
        return new CommandPolicy(Set.of());
    }

    /** Whatever the module can do, as on its own wire. */
    public static CommandPolicy everything() {
        return new CommandPolicy(EnumSet.allOf(CommandGrant.class));
    }

    boolean allows(Set<CommandGrant> needed) {
        return grants.containsAll(needed);
    }
}
