package io.polygator.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.simulator.network.Latency;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulatorMainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainsEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--channels", "--module", "--host", "--port", "--idle-timeout", "--kick-old", "--latency")
                .contains("--seed", "--faults", "--pin", "--sim-slots", "--boot", "--interactive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--channels=300|channels must be 1..256",
                "--module=M99|choose from M10-fw04",
                "--latency=soon|write seconds as 3",
                "--latency=1-2-3|a range as 2-6",
                "--faults=flood:1|is unknown",
                "--pin=12|pin must be 4 to 8 digits",
                "--sim-slots=0|simSlots must be",
                "--idle-timeout=-1|idleTimeout must not be negative"
            })
    void namesTheOptionThatIsWrong(String option, String complaint) {
        assertThat(run(option)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(complaint);
    }

    @Test
    void readsLatencies() {
        assertThat(SimulatorMain.latencyOf("3")).isEqualTo(Latency.of(Duration.ofSeconds(3)));
        assertThat(SimulatorMain.latencyOf("0.5-2"))
                .isEqualTo(Latency.between(Duration.ofMillis(500), Duration.ofSeconds(2)));
        assertThat(SimulatorMain.latencyOf("realistic")).isEqualTo(Latency.realistic());
        assertThatThrownBy(() -> SimulatorMain.latencyOf("6-2")).isInstanceOf(IllegalArgumentException.class);
    }

    private int run(String... arguments) {
        return new CommandLine(new SimulatorMain())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
