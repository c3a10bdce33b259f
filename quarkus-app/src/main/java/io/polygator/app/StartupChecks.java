package io.polygator.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for what would otherwise end in a stack trace half-way through the start. */
final class StartupChecks {

    private StartupChecks() {}

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

    static void loopbackOnly(String setting, String host) {
        if (!address(setting, host).isLoopbackAddress()) {
            throw new StartupProblem(
                    "Demo mode listens on loopback only, not on " + setting + "=" + host
                            + ": configure a gateway (camel.component.polygator.gateways.NAME.address=…) or leave the host out");
        }
    }
}
