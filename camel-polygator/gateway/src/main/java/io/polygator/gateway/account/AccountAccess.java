package io.polygator.gateway.account;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether, through which doors and from where an account may be used.
 *
 * @param state whether it may be used at all
 * @param doors at least one
 * @param networks the addresses it may come from; without any it is this machine only
 */
public record AccountAccess(AccountState state, Set<Door> doors, List<Network> networks) {

    public AccountAccess {
        if (doors.isEmpty()) {
            throw new IllegalArgumentException("an account has at least one door");
        }
        doors = Set.copyOf(doors);
        networks = networks.isEmpty() ? Network.LOOPBACK : List.copyOf(networks);
    }

    /** Through these doors, from this machine. */
    public static AccountAccess fromThisMachine(Set<Door> doors) {
        return new AccountAccess(AccountState.ACTIVE, doors, Network.LOOPBACK);
    }

    /** The first thing that keeps a peer out: the state, the network, then the door; empty when nothing does. */
    public Optional<Denial> denial(Door door, InetAddress remote) {
        if (state == AccountState.DISABLED) {
            return Optional.of(Denial.DISABLED);
        }
        if (networks.stream().noneMatch(network -> network.contains(remote))) {
            return Optional.of(Denial.NETWORK);
        }
        return doors.contains(door) ? Optional.empty() : Optional.of(Denial.DOOR);
    }
}
