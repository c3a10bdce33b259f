package io.polygator.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.simulator.programs.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar beside those of Camel, Netty and slf4j, and nothing else. */
@Tag("packaged")
@Timeout(150)
class CamelMainIT {
    private static final Duration SERVES_WITHIN = Duration.ofSeconds(60);

    @Test
    void runsAYamlRouteOnAPlainClassPath() throws Exception {
        Path folder = Built.workFolder(CamelMainIT.class);
        try (SimulatedPhone phone = new SimulatedPhone();
                HostProcess camel = start(folder, phone.gatewayAddress(), "answer.yaml", "")) {
            phone.exchangesMessagesWith(camel);
        }
        assertThat(folder.resolve("data/polygator.db")).isNotEmptyFile();
    }

    /** With the SMPP codec and the reader of the file that the jar has under names of its own. */
    @Test
    void letsAnAccountInOverSmpp() throws Exception {
        Path folder = Built.workFolder(CamelMainIT.class);
        int port = FreePort.any();
        String door =
                """
                camel.component.polygator.accounts-file=%s
                esme.port=%d
                """
                        .formatted(Built.testFile("accounts.yaml"), port);
        try (SimulatedPhone phone = new SimulatedPhone();
                HostProcess camel = start(folder, phone.gatewayAddress(), "esme.yaml", door)) {
            SMPPSession esme = bind(port, camel);
            try {
                submit(esme, "over SMPP");
                await().atMost(SERVES_WITHIN).until(() -> phone.got("over SMPP"));
            } finally {
                esme.unbindAndClose();
            }
        }
    }

    private static SMPPSession bind(int port, HostProcess camel) {
        return await().atMost(SERVES_WITHIN)
                .failFast("the host ended", camel::ended)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> bind(port), session -> true);
    }

    private static SMPPSession bind(int port) throws IOException {
        SMPPSession session = new SMPPSession();
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TX,
                        "acme",
                        "bundle-1",
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null,
                        InterfaceVersion.IF_34));
        return session;
    }

    private static void submit(SMPPSession esme, String text) throws Exception {
        esme.submitShortMessage(
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                SimulatedPhone.number(),
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                DataCodings.ZERO,
                (byte) 0,
                text.getBytes(StandardCharsets.US_ASCII));
    }

    private static HostProcess start(Path folder, String gateway, String route, String more) throws Exception {
        Files.writeString(
                folder.resolve("application.properties"),
                """
                camel.component.polygator.gateways.g1.address=%s
                camel.main.routesIncludePattern=file:%s
                %s
                """
                        .formatted(gateway, Built.testFile(route), more));
        String classPath = String.join(
                File.pathSeparator,
                folder.toString(),
                Built.jar().toString(),
                Built.host("camel-main").resolve("*").toString());
        return HostProcess.start(
                List.of(
                        HostProcess.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        "org.apache.camel.main.Main"),
                folder,
                Map.of());
    }
}
