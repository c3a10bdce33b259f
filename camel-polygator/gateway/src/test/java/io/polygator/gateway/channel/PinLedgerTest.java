package io.polygator.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinLedgerTest {
    private static final String SIM = "89701010061234567890";

    @Test
    void allowsOneAttemptPerSimAndValueAlsoAfterARestart(@TempDir Path directory) throws IOException {
        FilePinLedger ledger = new FilePinLedger(directory);
        assertThat(ledger.recordAttempt(SIM, "1234")).isTrue();
        assertThat(ledger.recordAttempt(SIM, "1234")).isFalse();
        assertThat(ledger.recordAttempt("89701", "1234")).isTrue();
        FilePinLedger later = new FilePinLedger(directory);
        assertThat(later.recordAttempt(SIM, "1234")).isFalse();
        assertThat(later.recordAttempt(SIM, "4321")).isTrue();
        later.forget(SIM);
        assertThat(new FilePinLedger(directory).recordAttempt(SIM, "1234")).isTrue();
    }

    @Test
    void doesNotWriteThePin(@TempDir Path directory) throws IOException {
        new FilePinLedger(directory).recordAttempt("sim", "73519");
        assertThat(Files.readString(directory.resolve("pin-attempts.txt"))).doesNotContain("73519");
    }

    @Test
    void refusesToGoOnWithADamagedFile(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("pin-attempts.txt"), "nonsense\n");
        assertThatThrownBy(() -> new FilePinLedger(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void theOneInMemoryForgetsWithTheProcess() {
        MemoryPinLedger ledger = new MemoryPinLedger();
        assertThat(ledger.recordAttempt(SIM, "1234")).isTrue();
        assertThat(ledger.recordAttempt(SIM, "1234")).isFalse();
        ledger.forget(SIM);
        assertThat(ledger.recordAttempt(SIM, "1234")).isTrue();
    }
}
