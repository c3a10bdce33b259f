package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The folder of the routes is a symbolic link, as administrators like to switch between versions. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@TestProfile(LinkedRoutesTest.Linked.class)
class LinkedRoutesTest {

    /** A link to the routes. */
    public static final class Linked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path link =
                        Files.createTempDirectory(Path.of("target"), "linked").resolve("routes");
                Files.createSymbolicLink(link, Path.of("..", "routes").toRealPath());
                return Map.of("polygator.routes", link.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void theRoutesBehindTheLinkServe() {
        assertThat(HttpApi.demo().get("/v1/channels").status()).isEqualTo(200);
    }
}
