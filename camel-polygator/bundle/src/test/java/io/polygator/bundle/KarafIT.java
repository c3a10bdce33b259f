package io.polygator.bundle;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.bundle.guest.AnswerActivator;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Karaf, which installs the feature and what it needs from repositories in folders. */
@Tag("packaged")
@Timeout(150)
class KarafIT {
    private static final Path HOME = Built.host("apache-karaf-" + Built.KARAF_VERSION);

    @Test
    void installsTheFeatureAndRunsAYamlRoute() throws Exception {
        Path folder = Built.workFolder(KarafIT.class);
        FileRepository repository = new FileRepository(folder.resolve("repository"));
        repository.add(Built.jar(), "io.polygator", Built.ARTIFACT, Built.VERSION, ".jar");
        repository.add(Built.features(), "io.polygator", Built.ARTIFACT, Built.VERSION, "-features.xml");
        CamelForKaraf.addTo(repository, folder);
        Path guest = BundleFile.ofActivator(
                folder.resolve("answer-guest.jar"), new File("target/test-classes"), AnswerActivator.class);
        configure(folder, repository, guest);

        try (SimulatedPhone phone = new SimulatedPhone();
                HostProcess karaf = start(folder, phone.gatewayAddress())) {
            phone.exchangesMessagesWith(karaf);
        }

        assertThat(folder.resolve("messages.db")).isNotEmptyFile();
    }

    private static HostProcess start(Path folder, String gateway) throws IOException {
        Properties guest = new Properties();
        guest.setProperty(AnswerActivator.GATEWAY, gateway);
        guest.setProperty(AnswerActivator.ROUTE, Built.testFile("answer.yaml").toString());
        guest.setProperty(AnswerActivator.STORE, folder.resolve("messages.db").toString());
        try (Writer system = Files.newBufferedWriter(folder.resolve("etc/system.properties"), APPEND)) {
            guest.store(system, "what the guest reads");
        }
        return HostProcess.start(
                List.of("bash", HOME.resolve("bin/karaf").toString(), "daemon"),
                folder,
                Map.of(
                        "JAVA_HOME", HostProcess.javaHome().toString(),
                        "KARAF_BASE", folder.toString(),
                        "KARAF_LOG", folder.toString(),
                        "EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    /** Karaf's own configuration, but for where bundles come from and which features there are. */
    private static void configure(Path folder, FileRepository repository, Path guest) throws IOException {
        Path etc = Files.createDirectories(folder.resolve("etc"));
        try (Stream<Path> files = Files.list(HOME.resolve("etc"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, etc.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                etc.resolve("org.ops4j.pax.url.mvn.cfg"),
                """
                org.ops4j.pax.url.mvn.settings = %2$s/none.xml
                org.ops4j.pax.url.mvn.localRepository = %2$s/m2
                org.ops4j.pax.url.mvn.useFallbackRepositories = false
                org.ops4j.pax.url.mvn.repositories =
                org.ops4j.pax.url.mvn.defaultRepositories = \\
                    %1$s@id=built@snapshots, \\
                    ${karaf.home.uri}${karaf.default.repository}@id=karaf@snapshots, \\
                    %3$s@id=maven@snapshots
                """
                        .formatted(
                                repository.url(),
                                folder,
                                Built.localRepository().toUri()));
        Files.writeString(
                folder.resolve("answer-features.xml"),
                """
                <features name="answer" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                    <feature name="answer" version="1.0.0">
                        <feature>camel-polygator</feature>
                        <feature>camel-yaml-dsl</feature>
                        <bundle start-level="80">%s</bundle>
                    </feature>
                </features>
                """
                        .formatted(guest.toUri()));
        Files.writeString(
                etc.resolve("org.apache.karaf.features.cfg"),
                """
                featuresRepositories = \\
                    mvn:org.apache.karaf.features/framework/%1$s/xml/features, \\
                    mvn:org.apache.karaf.features/standard/%1$s/xml/features, \\
                    mvn:io.polygator/%2$s/%3$s/xml/features, \\
                    %4$s
                featuresBoot = framework, feature, bundle, config, answer
                featuresBootAsynchronous = false
                """
                        .formatted(
                                Built.KARAF_VERSION,
                                Built.ARTIFACT,
                                Built.VERSION,
                                folder.resolve("answer-features.xml").toUri()));
    }
}
