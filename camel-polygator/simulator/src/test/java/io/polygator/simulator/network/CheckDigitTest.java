package io.polygator.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitTest {

    /** The first two are the examples that textbooks give for card numbers and IMEIs. */
    @ParameterizedTest
    @CsvSource({"7992739871,79927398713", "49015420323751,490154203237518", "0,00"})
    void appendsTheDigitThatMakesTheSumRound(String digits, String complete) {
        assertThat(CheckDigit.appendTo(digits)).isEqualTo(complete);
    }
}
