package io.polygator.camel.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings of the spool change. */
class SpoolSettingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SpoolGateway spool;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        spool = SpoolGateway.start(directory, Optional.of("demo"), SpoolReports.ALWAYS, SpoolCharset.UTF8);
    }

    @AfterEach
    void stop() {
        spool.close();
    }

    @Test
    void aReportCanBeAskedForAlwaysAndAnAccountSends() throws IOException {
        spool.put("silent", "To: 380671234567\n\nHello\n");

        await().atMost(PATIENCE).until(() -> spool.files("incoming").size() == 1);

        assertThat(spool.messages()).singleElement().satisfies(status -> {
            assertThat(status.reportRequested()).isTrue();
            assertThat(status.origin().account()).contains("demo");
        });
    }

    @Test
    void textsCanComeInAsUtf8() {
        spool.channel(0).receiveFrom("+380677654321", "Привет");

        await().atMost(PATIENCE).until(() -> spool.files("incoming").size() == 1);
        SpoolFile incoming = spool.files("incoming").get(0);

        assertThat(incoming.header("Alphabet")).contains("UTF-8");
        assertThat(new String(incoming.body().toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("Привет");
    }
}
