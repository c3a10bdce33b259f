package io.polygator.camel.modem;

import io.polygator.camel.modem.PolygatorModemConfiguration.Login;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AtGrant;
import io.polygator.gateway.account.Attempt;
import io.polygator.gateway.account.Authentication;
import io.polygator.gateway.account.Door;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.AtServerSettings;
import io.polygator.gsm.virtualmodem.ClientLogin;
import io.polygator.gsm.virtualmodem.ClientLogin.Verdict;
import io.polygator.gsm.virtualmodem.CommandGrant;
import io.polygator.gsm.virtualmodem.CommandPolicy;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides who may be a client of a modem, and how it is treated. Thread-safe. */
final class ClientAdmission {
    private final Gatekeeper gatekeeper;
    private final Optional<String> account;
    private final Login login;

    /** @param account whose rights clients have; without it they must come from this machine */
    ClientAdmission(Gatekeeper gatekeeper, Optional<String> account, Login login) {
        this.gatekeeper = gatekeeper;
        this.account = account;
        this.login = login;
    }

    /**
     * The settings of a client that comes in, or nothing if it may not.
     *
     * @param loop where its login is judged
     */
    Optional<AtServerSettings> admit(InetAddress remote, Loop loop) {
        if (account.isEmpty()) {
            return remote.isLoopbackAddress() ? Optional.of(AtServerSettings.forClients()) : Optional.empty();
        }
        Authentication answer = gatekeeper.authenticator().admitModem(account.get(), remote);
        return answer instanceof Authentication.Granted granted
                ? Optional.of(settings(granted.account(), remote, loop))
                : Optional.empty();
    }

    private AtServerSettings settings(Account owner, InetAddress remote, Loop loop) {
        AtServerSettings settings = AtServerSettings.forClients().withPolicy(policy(owner));
        boolean mustLogIn = login == Login.required || login == Login.optional && !remote.isLoopbackAddress();
        return mustLogIn ? settings.withLogin(login(owner, remote, loop)) : settings;
    }

    private static CommandPolicy policy(Account owner) {
        return new CommandPolicy(owner.doors().modem().commands().stream()
                .flatMap(grant -> commands(grant).stream())
                .collect(Collectors.toSet()));
    }

    private static Set<CommandGrant> commands(AtGrant grant) {
        return switch (grant) {
            case DIAL -> Set.of(CommandGrant.DIAL);
            case USSD -> Set.of(CommandGrant.USSD);
            case PASSWORD -> Set.of(CommandGrant.PASSWORD);
            case FACILITY_LOCK -> Set.of(CommandGrant.FACILITY_LOCK);
            case POWER -> Set.of(CommandGrant.POWER_OFF, CommandGrant.RESET);
        };
    }

    /** Only the account that the modem belongs to: its rights are what the client then has. */
    private ClientLogin login(Account owner, InetAddress remote, Loop loop) {
        return (user, secret, verdict) -> gatekeeper
                .authenticator()
                .authenticate(new Attempt(Door.MODEM, user, secret, remote))
                .whenComplete((answer, failure) -> loop.execute(() -> verdict.accept(
                        failure == null && isOwner(answer, owner) ? Verdict.ACCEPTED : Verdict.REJECTED)));
    }

    private static boolean isOwner(Authentication answer, Account owner) {
        return answer instanceof Authentication.Granted granted
                && granted.account().id().equals(owner.id());
    }
}
