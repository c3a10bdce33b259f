package io.polygator.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar beside those of Camel, Netty and slf4j, and nothing else. */
@Tag("packaged")
@Timeout(150)
class CamelMainIT {
    @Test
    void runsAYamlRouteOnAPlainClassPath() throws Exception {
        Path folder = Built.workFolder(CamelMainIT.class);
        try (SimulatedPhone phone = new SimulatedPhone();
                HostProcess camel = start(folder, phone.gatewayAddress())) {
            phone.exchangesMessagesWith(camel);
        }
        assertThat(folder.resolve("data/polygator.db")).isNotEmptyFile();
    }

    private static HostProcess start(Path folder, String gateway) throws Exception {
        Files.writeString(
                folder.resolve("application.properties"),
                """
                camel.component.polygator.gateways.g1.address=%s
                camel.main.routesIncludePattern=file:%s
                """
                        .formatted(gateway, Built.testFile("answer.yaml")));
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
