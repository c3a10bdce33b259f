package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.CallEvent.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {
    private static final Optional<String> CALLER = Optional.of("+380501234567");

    private final ModemRig rig = new ModemRig();

    @Test
    void manyRingsAreOneCall() {
        rig.ready();
        for (int i = 0; i < 4; i++) {
            rig.module.say("RING", "+CLIP: \"+380501234567\",145,\"\",,\"\",0");
            rig.pass(Duration.ofSeconds(5));
        }
        rig.module.say("NO CARRIER");
        rig.settle();

        assertThat(rig.listener.calls).extracting(CallEvent::kind).containsExactly(Kind.RINGING, Kind.ENDED);
        assertThat(rig.listener.calls).extracting(CallEvent::caller).containsOnly(CALLER);
    }

    @Test
    void aCallWithoutCallerIsToldAfterAWhile() {
        rig.ready().module.say("RING");
        rig.pass(Duration.ofSeconds(2));
        assertThat(rig.listener.calls).isEmpty();

        rig.pass(Duration.ofSeconds(2));

        assertThat(rig.listener.calls).singleElement().satisfies(call -> assertThat(call.caller())
                .isEmpty());
    }

    @Test
    void aWithheldCallerIsNobody() {
        rig.ready().module.say("+CRING: VOICE", "+CLIP: \"\",128,\"\",,\"\",1");
        rig.settle();

        assertThat(rig.listener.calls).singleElement().satisfies(call -> assertThat(call.caller())
                .isEmpty());
    }

    @Test
    void aCallThatFallsSilentHasEnded() {
        rig.ready().module.say("RING", "+CLIP: \"+380501234567\",145");

        rig.pass(Duration.ofSeconds(11));

        assertThat(rig.listener.calls).extracting(CallEvent::kind).containsExactly(Kind.RINGING, Kind.ENDED);
    }

    @ParameterizedTest
    @CsvSource({"Quectel_M10,ATH,", "SIMCOM_SIM300,ATH,", "SIMCOM_SIM900,ATH0,", "SIMCOM_SIM5215,AT+CVHU=0,ATH0"})
    void isRejectedInTheModulesWay(String model, String first, String second) {
        rig.module.answer("AT+CGMM", model, "OK");
        rig.ready().module.say("RING", "+CLIP: \"+380501234567\",145");
        rig.settle();

        assertThat(rig.module.heard).contains(first);
        if (second != null) {
            assertThat(rig.module.heard).containsSubsequence(first, second);
        }
    }

    @Test
    void isLeftAloneWhenTheOperatorWantsThat() {
        ModemSettings d = ModemSettings.defaults("g8-1");
        ModemRig quiet = new ModemRig(new ModemSettings(
                d.name(),
                d.module(),
                d.pin(),
                d.smsc(),
                d.keepAlive(),
                d.sendDeadline(),
                d.sweep(),
                d.supervision(),
                false));
        quiet.ready().module.say("RING", "+CLIP: \"+380501234567\",145");
        quiet.settle();

        assertThat(quiet.listener.calls).hasSize(1);
        assertThat(quiet.module.heard).doesNotContain("ATH");
    }
}
