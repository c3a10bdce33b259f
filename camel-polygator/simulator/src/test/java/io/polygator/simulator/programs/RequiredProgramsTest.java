package io.polygator.simulator.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RequiredProgramsTest {
    private static final String ABSENT = "a-program-that-nobody-has";

    @Test
    void findsWhatEveryMachineHas() {
        assertThat(RequiredPrograms.missing("sh")).isEmpty();
    }

    @Test
    void saysHowToInstallWhatIsMissing() {
        assertThat(withRequirement("false", () -> RequiredPrograms.missing("sh", ABSENT)))
                .singleElement()
                .asString()
                .contains(ABSENT, "apt-get install");
    }

    @Test
    void failsWhereProgramsAreRequired() {
        assertThatThrownBy(() -> withRequirement("true", () -> RequiredPrograms.missing(ABSENT)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(ABSENT);
    }

    private static <T> T withRequirement(String value, Supplier<T> action) {
        String before = System.setProperty("POLYGATOR_REQUIRE_PROGRAMS", value);
        try {
            return action.get();
        } finally {
            if (before == null) {
                System.clearProperty("POLYGATOR_REQUIRE_PROGRAMS");
            } else {
                System.setProperty("POLYGATOR_REQUIRE_PROGRAMS", before);
            }
        }
    }
}
