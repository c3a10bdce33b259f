package io.polygator.app;

import io.polygator.http.client.TargetGuard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds webhooks to which nothing would be sent, since their hosts lead to addresses that are neither public nor allowed. */
public final class ForbiddenTargets {
    private static final Pattern HOST = Pattern.compile("(?i)https?://(?:[^/?#@]*@)?(\\[[^]]+]|[^/?#:]+)");

    private final TargetGuard guard;

    private ForbiddenTargets(TargetGuard guard) {
        this.guard = guard;
    }

    /** Fails with a {@link StartupProblem} when the allowed networks are wrong. */
    static ForbiddenTargets of(PolygatorSettings settings) {
        return new ForbiddenTargets(TargetGuard.allowing(WebhookService.allowedNetworks(settings)));
    }

    /** The same; empty when the allowed networks are wrong, which is told elsewhere and to be put right first. */
    public static Optional<ForbiddenTargets> find(PolygatorSettings settings) {
        try {
            return Optional.of(of(settings));
        } catch (StartupProblem toldElsewhere) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with a URL, and what helps. A host that no name service knows is right: it may come.
     *
     * @param setting that has it
     * @param url a right one, perhaps with fields behind its host
     */
    public Optional<String> problem(String setting, String url) {
        return forbiddenAddress(url)
                .map(address -> setting + ": nothing would be sent to " + address
                        + ", which is neither public nor allowed: add its network to the allowed-networks of webhooks");
    }

    private Optional<String> forbiddenAddress(String url) {
        Matcher host = HOST.matcher(url);
        if (!host.lookingAt()) {
            return Optional.empty();
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host.group(1));
            return Stream.of(addresses).anyMatch(guard::permits)
                    ? Optional.empty()
                    : Optional.of(addresses[0].getHostAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
