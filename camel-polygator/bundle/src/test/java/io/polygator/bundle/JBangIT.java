package io.polygator.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Camel JBang with {@code --dep}, which takes the jar and what it depends on from repositories in folders. */
@Tag("packaged")
@Timeout(150)
class JBangIT {
    private static final String GROUP = "io.polygator";

    @Test
    void runsAYamlRouteWithTheJarAsADependency() throws Exception {
        Path folder = Built.workFolder(JBangIT.class);
        Path cache = folder.resolve("m2");
        FileRepository repository = new FileRepository(folder.resolve("repository"));
        repository.add(Built.jar(), GROUP, Built.ARTIFACT, Built.VERSION, ".jar");
        repository.add(Built.reducedPom(), GROUP, Built.ARTIFACT, Built.VERSION, ".pom");
        repository.add(Built.parentPom(), GROUP, "polygator-parent", Built.VERSION, ".pom");

        try (SimulatedPhone phone = new SimulatedPhone();
                HostProcess camel = start(folder, cache, repository, phone.gatewayAddress())) {
            phone.exchangesMessagesWith(camel);
        }

        assertThat(new FileRepository(cache).file(GROUP, Built.ARTIFACT, Built.VERSION, ".jar"))
                .hasSameBinaryContentAs(Built.jar());
    }

    private static HostProcess start(Path folder, Path cache, FileRepository repository, String gateway)
            throws Exception {
        Files.copy(Built.testFile("answer.yaml"), folder.resolve("answer.yaml"));
        Files.writeString(
                folder.resolve("application.properties"),
                "camel.component.polygator.gateways.g1.address=" + gateway + "\n");
        return HostProcess.start(
                List.of(
                        HostProcess.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.home=" + folder,
                        "-Dmaven.repo.local=" + cache,
                        "-cp",
                        Built.host("jbang").resolve("*").toString(),
                        Built.testFile("CamelJBang.java").toString(),
                        "run",
                        "answer.yaml",
                        "application.properties",
                        "--dep=mvn:" + GROUP + ":" + Built.ARTIFACT + ":" + Built.VERSION,
                        "--repos=" + repository.url() + ","
                                + Built.localRepository().toUri(),
                        "--maven-settings=false",
                        "--maven-central-enabled=false",
                        "--maven-apache-snapshot-enabled=false",
                        "--logging-color=false"),
                folder,
                Map.of());
    }
}
