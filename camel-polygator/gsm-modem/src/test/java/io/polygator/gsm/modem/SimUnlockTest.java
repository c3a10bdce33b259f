package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimUnlockTest {
    private static final String ENTER = "AT+CPIN=\"1234\"";

    private final ModemRig rig = new ModemRig(ModemRig.withPin("1234"));
    private boolean unlocked;

    @BeforeEach
    void lockTheSim() {
        rig.module.answer("AT+CPIN?", () -> new String[] {unlocked ? "+CPIN: READY" : "+CPIN: SIM PIN", "OK"});
        rig.module.answer("AT+QTRPIN", "+QTRPIN: 3,3,10,10", "OK");
        rig.module.answer(ENTER, () -> {
            unlocked = true;
            return new String[] {"OK"};
        });
    }

    @Test
    void theRightPinUnlocksAndIsForgotten() {
        rig.ready();

        assertThat(rig.module.count(ENTER)).isOne();
        assertThat(rig.pins.attempts).isEmpty();
    }

    @Test
    void theAttemptIsRecordedBeforeItIsMade() {
        rig.module.answer(ENTER, () -> {
            assertThat(rig.pins.attempts).containsExactly(ModemRig.ICCID + " 1234");
            unlocked = true;
            return new String[] {"OK"};
        });

        rig.ready();

        assertThat(rig.module.count(ENTER)).isOne();
    }

    @Test
    void aWrongPinIsTriedOnceEver() {
        rig.module.answer(ENTER, "+CME ERROR: 16");

        rig.start().until(ModemState.SIM_UNAVAILABLE);
        assertThat(rig.modem.status().detail())
                .contains("`pin`", "g8-1", "wrong")
                .doesNotContain("1234");

        rig.module.say("RDY");
        rig.pass(Duration.ofHours(1));
        rig.modem.reset(ResetKind.MODULE);
        rig.pass(Duration.ofHours(1));
        rig.module.cut();
        rig.pass(Duration.ofHours(1));

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.SIM_UNAVAILABLE);
        assertThat(rig.modem.status().detail())
                .contains("tried on this SIM before")
                .doesNotContain("1234");
        assertThat(rig.module.count(ENTER)).isOne();
    }

    @Test
    void whatWasTriedInAnotherLifeIsNotTriedAgain() {
        rig.pins.recordAttempt(ModemRig.ICCID, "1234");

        rig.start().until(ModemState.SIM_UNAVAILABLE);

        assertThat(rig.module.count(ENTER)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theLastAttemptIsNeverUsed(int left) {
        rig.module.answer("AT+QTRPIN", "+QTRPIN: " + left + ",3,10,10", "OK");

        rig.start().until(ModemState.SIM_UNAVAILABLE);

        assertThat(rig.module.count(ENTER)).isZero();
        assertThat(rig.modem.status().detail()).contains(left + " PIN attempt");
        assertThat(rig.pins.attempts).isEmpty();
    }

    @Test
    void aModuleThatDoesNotCountTheAttemptsIsTrusted() {
        rig.module.answer("AT+QTRPIN", "ERROR");

        rig.ready();

        assertThat(rig.module.count(ENTER)).isOne();
    }

    @Test
    void aSimThatDoesNotTellItsNumberHasALedgerEntryOfTheChannel() {
        rig.module.answer("AT+QCCID", "ERROR").answer(ENTER, "+CME ERROR: 16");

        rig.start().until(ModemState.SIM_UNAVAILABLE);

        assertThat(rig.pins.attempts).containsExactly("unnamed SIM of g8-1 1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIM PUK", "PH-SIM PIN"})
    void nothingIsEnteredInAnyOtherState(String state) {
        rig.module.answer("AT+CPIN?", "+CPIN: " + state, "OK");

        rig.start().until(ModemState.SIM_UNAVAILABLE);
        rig.pass(Duration.ofHours(1));

        assertThat(rig.module.heard).noneMatch(line -> line.startsWith("AT+CPIN="));
        assertThat(rig.modem.status().detail()).contains("unlock it in a telephone");
    }

    @Test
    void nothingIsEnteredWhenTheSimIsReady() {
        unlocked = true;

        rig.ready();

        assertThat(rig.module.count(ENTER)).isZero();
    }

    @Test
    void aMissingPinIsAskedFor() {
        ModemRig without = new ModemRig();
        without.module.answer("AT+CPIN?", "+CPIN: SIM PIN", "OK");

        without.start().until(ModemState.SIM_UNAVAILABLE);

        assertThat(without.modem.status().detail()).contains("`pin` of channel g8-1 is not set");
    }

    @Test
    void anAttemptWhoseAnswerWasLostAndThatWasRightIsForgotten() {
        rig.module.answer(ENTER, () -> {
            unlocked = true;
            rig.module.cut();
            return new String[] {};
        });

        rig.ready();

        assertThat(rig.module.count(ENTER)).isOne();
        assertThat(rig.pins.attempts).isEmpty();
    }

    @Test
    void anAttemptWhoseAnswerWasLostAndThatWasWrongIsNotRepeated() {
        rig.module.answer(ENTER, () -> {
            rig.module.cut();
            return new String[] {};
        });

        rig.start().until(ModemState.SIM_UNAVAILABLE);
        rig.pass(Duration.ofHours(2));

        assertThat(rig.module.count(ENTER)).isOne();
        assertThat(rig.pins.attempts).hasSize(1);
    }

    @Test
    void anotherSimGetsItsAttempt() {
        rig.module.answer(ENTER, "+CME ERROR: 16");
        rig.start().until(ModemState.SIM_UNAVAILABLE);

        rig.module.answer("AT+QCCID", "8938003000000000001", "OK");
        rig.module.say("+QSIMSTAT: 1,0", "+QSIMSTAT: 1,1");
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.module.count(ENTER)).isEqualTo(2);
    }
}
