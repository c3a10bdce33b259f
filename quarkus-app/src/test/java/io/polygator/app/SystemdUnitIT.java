package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.polygator.simulator.programs.RequiredPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units of the archive and of the Debian package, as systemd reads them. */
@Tag("packaged")
class SystemdUnitIT {
    private final Path folder;

    SystemdUnitIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/dist/systemd/polygator.service", "src/deb/polygator.service"})
    void systemdFindsNothingWrong(String file) throws IOException, InterruptedException {
        assumeThat(RequiredPrograms.missing("systemd-analyze")).isEmpty();
        String program = SystemdUnit.read(Path.of(file)).word("ExecStart");
        Path unit = folder.resolve("polygator.service");
        // systemd wants a program that is there
        Files.writeString(unit, Files.readString(Path.of(file)).replace("ExecStart=" + program, "ExecStart=/bin/true"));

        assertThat(Command.of(folder, "systemd-analyze", "verify", "--man=no", unit.toString())
                        .output())
                .as("systemd warns of what it does not know, and goes on")
                .isEmpty();
        assertThat(Files.readString(unit)).contains("ExecStart=/bin/true");
    }
}
