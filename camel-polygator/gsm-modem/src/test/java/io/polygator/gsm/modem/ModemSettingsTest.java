package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModemSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "123456789", "12a4", "1234\""})
    void aPinThatCannotBeOneIsNamedAndNotShown(String pin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModemRig.withPin(pin))
                .withMessage("`pin` must be 4 to 8 digits (channel g8-1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "+38 050", "+380\"", "smsc"})
    void aServiceCentreThatCannotBeOneIsNamed(String smsc) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModemRig.withSmsc(smsc))
                .withMessageContaining("`smsc` must be a telephone number");
    }

    @Test
    void thePinIsNotPrinted() {
        assertThat(ModemRig.withPin("1234").toString()).contains("g8-1").doesNotContain("1234");
    }
}
