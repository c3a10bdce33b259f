package io.polygator.app;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Looks for what would otherwise end in a stack trace half-way through the start. */
public final class StartupChecks {

    private StartupChecks() {}

    /**
     * Everything that the start would refuse of the settings, or would only warn of when it is too late, whoever has which
     * port at the moment. Opens nothing.
     *
     * @param context with its component configured, and not started
     */
    public static List<String> problems(PolygatorSettings settings, CamelContext context) {
        PolygatorComponent component = context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
        List<String> problems = new ArrayList<>();
        Stream.<Runnable>of(
                        () -> httpAddress(settings, component),
                        () -> smppAddress(settings, component),
                        () -> DoorTls.configure(settings.smpp().tls(), context),
                        () -> DoorTls.configure(settings.modem().tls(), context))
                .forEach(check -> problem(check).ifPresent(problems::add));
        problem(() -> modemAddresses(settings.modem(), component))
                .ifPresentOrElse(problems::add, () -> problems.addAll(modems(settings, context, component)));
        List<String> webhooks = WebhookService.problems(settings);
        problems.addAll(webhooks);
        if (webhooks.isEmpty()) {
            // no reason not to start, since the network may be allowed later: until then events would wait
            problems.addAll(WebhookService.forbiddenTargets(settings));
        }
        return List.copyOf(problems);
    }

    private static Optional<String> problem(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (StartupProblem problem) {
            return Optional.of(String.valueOf(problem.getMessage()));
        }
    }

    private static List<String> modems(PolygatorSettings settings, CamelContext context, PolygatorComponent component) {
        return settings.modem().enabled()
                ? VirtualModemChecks.problems(
                        settings.modem(),
                        context,
                        component.getGateways().isEmpty() ? Demo.gateways() : component.getGateways())
                : List.of();
    }

    /** In demo mode the addresses must be loopback ones. */
    static void addresses(PolygatorSettings settings, PolygatorComponent component) {
        httpAddress(settings, component);
        smppAddress(settings, component);
        modemAddresses(settings.modem(), component);
    }

    private static void modemAddresses(PolygatorSettings.Modem modem, PolygatorComponent component) {
        if (modem.enabled()) {
            address("polygator.modem.host", modem.host(), component);
            modem.tls().host().ifPresent(host -> address("polygator.modem.tls.host", host, component));
        }
    }

    private static void httpAddress(PolygatorSettings settings, PolygatorComponent component) {
        address("polygator.http.host", settings.http().host(), component);
    }

    private static void smppAddress(PolygatorSettings settings, PolygatorComponent component) {
        address("polygator.smpp.host", settings.smpp().host(), component);
    }

    private static void address(String setting, String host, PolygatorComponent component) {
        if (component.getGateways().isEmpty()) {
            loopbackOnly(setting, host);
        } else {
            address(setting, host);
        }
    }

    static void portIsFree(PolygatorSettings.Http http) {
        InetAddress address = address("polygator.http.host", http.host());
        try (ServerSocket socket = new ServerSocket(http.port(), 1, address)) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new StartupProblem("Port " + http.port() + " on " + http.host() + " cannot be used (" + e.getMessage()
                    + "): end the program that has it, or start with -Dpolygator.http.port=…");
        }
    }

    private static InetAddress address(String setting, String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartupProblem(
                    setting + "=" + host + " is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of them");
        }
    }

    /** The folder of the routes itself: Camel finds nothing in a symbolic link to one. */
    static Path routesIn(Path folder) {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> routes = Files.newDirectoryStream(folder, Startup.ROUTE_FILES)) {
                if (routes.iterator().hasNext()) {
                    return folder.toRealPath();
                }
            } catch (IOException e) {
                throw new StartupProblem(
                        "The routes in " + folder.toAbsolutePath() + " cannot be read: " + e.getMessage());
            }
        }
        throw new StartupProblem("There are no routes (*.yaml) in " + folder.toAbsolutePath()
                + ": start in the folder that has routes/, or set POLYGATOR_ROUTES");
    }

    private static void loopbackOnly(String setting, String host) {
        if (!address(setting, host).isLoopbackAddress()) {
            throw new StartupProblem(
                    "Demo mode listens on loopback only, not on " + setting + "=" + host
                            + ": configure a gateway (camel.component.polygator.gateways.NAME.address=…) or leave the host out");
        }
    }
}
