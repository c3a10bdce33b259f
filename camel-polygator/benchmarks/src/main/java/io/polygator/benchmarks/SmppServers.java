package io.polygator.benchmarks;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.DoorOptions;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.SmppOptions;
import io.polygator.gateway.account.SmppWindows;
import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jsmpp.bean.SubmitSm;

/** Starts the servers that are compared; each lets the account demo bind on a free port. */
final class SmppServers {
    private static final int MOST = 1_000;
    private static final int USUAL_DEGREE = 3;
    private static final int CONNECTIONS = MOST + 10;

    private SmppServers() {}

    /** A server that runs. */
    interface Running extends AutoCloseable {
        int port();

        @Override
        void close() throws IOException;
    }

    /**
     * The gateway as it is used: both routes, messages in SQLite. Its only channel is a port on which nobody listens, so
     * messages wait.
     *
     * @param folder for the database
     */
    static Running durable(Path folder) throws Exception {
        int port = FreePort.any();
        Gatekeeper gatekeeper = Gatekeeper.of(accounts());
        CamelContext context = new DefaultCamelContext();
        context.addComponent(PolygatorConstants.SCHEME, component(folder, gatekeeper));
        context.addRoutes(routes("polygator-smpp:127.0.0.1:" + port + "?connections=" + CONNECTIONS
                + "&connectionsPerAddress=" + CONNECTIONS));
        context.start();
        return new Running() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                context.stop();
                gatekeeper.close();
            }
        };
    }

    /** jSMPP alone, which counts what it is given. */
    static Running bare() throws IOException {
        return new CountingServer(submit -> {}, USUAL_DEGREE);
    }

    /**
     * jSMPP's server, which has every message on the disk before it answers.
     *
     * @param window how many messages of a bind wait for the disk together
     */
    static Running forced(Path folder, int window) throws IOException {
        ForcedFile file = new ForcedFile(folder.resolve("messages.log"));
        CountingServer server = new CountingServer(submit -> file.keep(record(submit)), window);
        return new Running() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void close() throws IOException {
                server.close();
                file.close();
            }
        };
    }

    private static byte[] record(SubmitSm submit) {
        String line = submit.getSourceAddr()
                + ' '
                + submit.getDestAddress()
                + ' '
                + new String(submit.getShortMessage(), StandardCharsets.ISO_8859_1)
                + '\n';
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static PolygatorComponent component(Path folder, Gatekeeper gatekeeper) {
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress("tcp:127.0.0.1:1");
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(gatekeeper);
        component.getGateways().put("g", gateway);
        return component;
    }

    private static RouteBuilder routes(String server) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(server).to("polygator:all");
                from("polygator:all?events=inbound,report&subscription=smpp&door=SMPP")
                        .to(server);
            }
        };
    }

    private static MemoryAccounts accounts() {
        Account demo = MemoryAccounts.demo().find("demo").orElseThrow();
        SmppOptions usual = SmppOptions.defaults();
        SmppOptions wide = new SmppOptions(
                usual.bindTypes(),
                MOST,
                usual.alphabet(),
                usual.concatenation(),
                usual.receipts(),
                usual.bindErrors(),
                usual.overRate(),
                usual.submissions(),
                new SmppWindows(MOST, usual.windows().deliver()));
        DoorOptions doors = demo.doors();
        return new MemoryAccounts(List.of(demo.with(new DoorOptions(doors.http(), wide, doors.modem()))));
    }
}
