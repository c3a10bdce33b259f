package io.polygator.camel.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.simulator.programs.GammuSmsd;
import io.polygator.simulator.programs.RequiredPrograms;
import io.polygator.simulator.programs.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Gammu, which knows TTYs only, on the one that the line of our page makes. */
@Tag("interop")
class GammuInteropTest {
    private static final String SOMEBODY = "+380677654321";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path gammus;

    private ModemGateway gateway;
    private RunningProgram socat;
    private GammuSmsd gammu;

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("socat", "gammu-smsd", "gammu-smsd-inject"))
                .isEmpty();
    }

    @BeforeEach
    void connect(@TempDir Path folder) throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "");
        socat = terminal();
        gammu = GammuSmsd.start(gammus, documented("ini").lines().skip(1).toList());
    }

    /** A block of the page, with this test's device and port. */
    private String documented(String kind) throws Exception {
        return ModemPage.block(kind, "/tmp/ttyPG0")
                .replace("/tmp/ttyPG0", gammus.resolve("ttyPG0").toString())
                .replace("127.0.0.1:9101", "127.0.0.1:" + gateway.port(0));
    }

    private RunningProgram terminal() throws Exception {
        RunningProgram line = RunningProgram.start("sh", "-c", "exec " + documented("sh"));
        await().atMost(PATIENCE).until(() -> Files.exists(gammus.resolve("ttyPG0")));
        return line;
    }

    @AfterEach
    void disconnect() {
        gammu.close();
        socat.close();
        gateway.close();
    }

    @Test
    void textsLeaveReadableAndAreReported() {
        String ucs2 = "Привіт з Gammu";
        String longText = "0123456789".repeat(40);
        gammu.send(SOMEBODY, "Hello, world! @[test]{} €");
        gammu.send(SOMEBODY, ucs2, "-unicode");
        gammu.send(SOMEBODY, longText);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.texts())
                .as(gammu::output)
                .hasSize(5)
                .contains("Hello, world! @[test]{} €", ucs2));
        assertThat(gateway.texts().stream().filter(text -> text.matches("\\d+")).reduce("", String::concat))
                .isEqualTo(longText);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gammu.inbound())
                .as(gammu::output)
                .hasSize(5)
                .allSatisfy(report -> assertThat(report).contains("Delivered")));
        assertThat(gammu.failed()).isZero();
    }

    @Test
    void inboundTextsReachItOnceInEveryAlphabet() {
        String longText = "Inbound 0123456789 ".repeat(12);
        List.of("To Gammu @€", "Привіт", longText)
                .forEach(text -> gateway.channel(0).receiveFrom(SOMEBODY, text));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(gammu.inbound()).as(gammu::output).hasSize(4));
        assertThat(gammu.inbound()).as(gammu::output).startsWith("To Gammu @€", "Привіт");
        assertThat(gammu.inbound().get(2) + gammu.inbound().get(3)).isEqualTo(longText);
    }

    @Test
    void aRestartOfTheGatewayLosesNothingAndSendsNothingTwice() throws Exception {
        gammu.send(SOMEBODY, "before the restart");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gammu.sent()).as(gammu::output).isOne());

        gateway.stop();
        gammu.send(SOMEBODY, "while it was down");
        gateway.channel(0).receiveFrom(SOMEBODY, "Meanwhile");
        gateway.restart();
        socat.close();
        socat = terminal();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateway.texts())
                .as(gammu::output)
                .containsExactly("before the restart", "while it was down"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(gammu.inbound()).as(gammu::output).contains("Meanwhile"));
    }
}
