package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.SendOutcome.Accepted;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learnt of the SIM's last used TP-MR. */
class LastReferenceTest {
    private final ModemRig rig = new ModemRig();
    private final CountingSim sim = new CountingSim(rig.module);

    @ParameterizedTest
    @CsvSource({
        "Quectel_M10, AT+QCCID",
        "SIMCOM_SIM300D, AT+CCID",
        "SIMCOM_SIM900, AT+CCID",
        "SIMCOM_SIM5215E, AT+CICCID"
    })
    void theStartUpReadsIt(String model, String iccid) {
        rig.module.answer("AT+CGMM", model, "OK").answer(iccid, ModemRig.ICCID, "OK");
        sim.holds(12);

        rig.ready();

        assertThat(rig.modem.status().lastReference()).contains(new MessageReference(12));
        assertThat(rig.module.count(CountingSim.READ)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+CRSM: 103,0", "+CRSM: 108,2", "+CRSM: 103,0,\"\""})
    void aModuleThatWantsTheLengthIsAskedWithIt(String wrongLength) {
        rig.module
                .answer(CountingSim.READ, wrongLength, "OK")
                .answer("AT+CRSM=176,28483,0,0,2", "+CRSM: 144,0,0CFF", "OK");

        rig.ready();

        assertThat(rig.modem.status().lastReference()).contains(new MessageReference(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OK",
                "ERROR",
                "+CME ERROR: 4",
                "+CRSM: 148,4;OK",
                "+CRSM: 144,0;OK",
                "+CRSM: 144,0,\"\";OK",
                "+CRSM: 144,0,\"XY\";OK",
                "+CRSM: 144,0,\"0CF\";OK",
                "+CRSM: 108,2;OK",
                "+CRSM: ;OK",
                ""
            })
    void withoutItTheSessionGoesOn(String answer) {
        String[] lines = answer.isEmpty() ? new String[0] : answer.split(";", -1);
        rig.module.answer(CountingSim.READ, lines).answer("AT+CRSM=176,28483,0,0,2", lines);

        rig.ready();

        assertThat(rig.modem.status().lastReference()).isEmpty();
        assertThat(sent("a")).isInstanceOf(Accepted.class);
        assertThat(rig.module.count(CountingSim.READ)).isOne();
        assertThat(rig.modem.status().lastReference()).contains(new MessageReference(0));
    }

    @Test
    void aModuleNobodyKnowsIsNotAsked() {
        rig.module.answer("AT+CGMM", "Unheard-of", "OK").answer("AT+CCID", ModemRig.ICCID, "OK");
        rig.ready().module.nextSend("+CMGS: 66", "OK").nextSend("OK");

        rig.beginSend("a");

        assertThat(rig.modem.status().lastReference()).contains(new MessageReference(66));
        rig.beginSend("b");
        assertThat(rig.modem.status().lastReference()).isEmpty();
        assertThat(rig.module.heard).noneMatch(line -> line.contains("CRSM"));
    }

    @Test
    void whatTheModuleTellsIsCheckedOnceAndThenBelieved() {
        sim.holds(254);
        rig.ready();

        sim.accepts(255);
        rig.beginSend("a");
        sim.accepts(0);
        rig.beginSend("b");
        sim.accepts(1);
        rig.beginSend("c");

        assertThat(rig.modem.status().lastReference()).contains(new MessageReference(1));
        assertThat(rig.module.count(CountingSim.READ)).isEqualTo(2);
    }

    @Test
    void theSimIsBelievedMoreThanTheModule() {
        sim.holds(7);
        rig.ready();

        sim.holds(8);
        rig.module.nextSend("+CMGS: 0", "OK");
        assertThat(rig.send("a")).isCompletedWithValue(new Accepted(Optional.of(new MessageReference(0))));

        assertThat(rig.modem.status().lastReference()).contains(new MessageReference(8));
    }

    @Test
    void itIsUnknownAfterAChangeOfTheSimUntilItIsReadAgain() {
        sim.holds(7);
        rig.ready().module.say("+CPIN: NOT INSERTED");
        rig.settle();
        assertThat(rig.modem.status().lastReference()).isEmpty();

        sim.holds(99);
        rig.until(ModemState.READY);

        assertThat(rig.modem.status().lastReference()).contains(new MessageReference(99));
    }

    /** Waits for the outcome. */
    private SendOutcome sent(String token) {
        CompletableFuture<SendOutcome> outcome = rig.send(token);
        rig.until(outcome::isDone);
        return outcome.join();
    }
}
