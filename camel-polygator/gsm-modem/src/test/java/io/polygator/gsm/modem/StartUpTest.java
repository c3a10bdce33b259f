package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartUpTest {

    @Test
    void runsTheStepsInOrderAndKnowsTheModuleAfterwards() {
        ModemRig rig = new ModemRig().ready();

        assertThat(rig.module.heard)
                .containsSubsequence(
                        "AT",
                        "ATE0",
                        "ATV1",
                        "AT+CMEE=1",
                        "AT+CGMM",
                        "AT+CPIN?",
                        "AT+QCCID",
                        "AT+CIMI",
                        "AT+CGSN",
                        "AT+CGMR",
                        "AT+IFC=0,0",
                        "AT+CREG=1",
                        "AT+CSCS=\"GSM\"",
                        "AT+CLIP=1",
                        "AT+CMGF=0",
                        "AT+CSMS=0",
                        "AT+CPMS=\"SM\",\"SM\",\"SM\"",
                        "AT+QCLASS0=1",
                        "AT+CNMI=2,1,0,1,0",
                        "AT+CSCA?",
                        "AT+CREG?",
                        "AT+CMGL=4");
        ModemStatus status = rig.modem.status();
        assertThat(status.state()).isEqualTo(ModemState.READY);
        assertThat(status.detail()).isEmpty();
        assertThat(status.module()).contains(ModuleType.M10);
        assertThat(status.imei()).contains("359587010000001");
        assertThat(status.imsi()).contains("255010000000001");
        assertThat(status.iccid()).contains(ModemRig.ICCID);
        assertThat(status.operator()).contains("UA-KYIVSTAR");
        assertThat(status.signal()).isEqualTo(OptionalInt.of(-73));
        assertThat(status.registration()).isEqualTo(OptionalInt.of(1));
        assertThat(status.smsc()).contains("+380500000500");
        assertThat(status.subscriber()).contains("+380501111111");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quectel_M10|M10|AT+QCCID|8938003991234567890|AT+QCLASS0=1",
                "SIMCOM_SIM300D|SIM300|AT+CCID|\"8938003991234567890F\"|AT+SCLASS0=1",
                "SIMCOM_SIM900|SIM900|AT+CCID|8938003991234567890F|AT+SCLASS0=1",
                "SIMCOM_SIM5215E|SIM5215|AT+CICCID|+ICCID: 8938003991234567890|AT+CSCA?",
                "TELIT_GC864|GENERIC|AT+CCID|98830093191032547698|AT+CSCA?",
            })
    void speaksTheLanguageOfTheModule(
            String model, ModuleType type, String iccidCommand, String iccidLine, String typical) {
        ModemRig rig = new ModemRig();
        rig.module.answer("AT+CGMM", model, "OK").answer(iccidCommand, iccidLine, "OK");

        rig.ready();

        assertThat(rig.modem.status().module()).contains(type);
        assertThat(rig.modem.status().iccid())
                .hasValueSatisfying(iccid -> assertThat(iccid).startsWith("89380039"));
        assertThat(rig.module.heard).contains(iccidCommand, typical);
    }

    @Test
    void waitsWhileTheSimIsBusy() {
        ModemRig rig = new ModemRig();
        int[] refusals = {5};
        rig.module.answer(
                "AT+CPMS=\"SM\",\"SM\",\"SM\"",
                () -> refusals[0]-- > 0
                        ? new String[] {"+CMS ERROR: 512"}
                        : new String[] {"+CPMS: 0,20,0,20,0,20", "OK"});

        rig.ready();

        assertThat(rig.module.count("AT+CPMS=\"SM\",\"SM\",\"SM\"")).isEqualTo(6);
    }

    @Test
    void asksAgainForTheImsiWhenNoAnswerComes() {
        ModemRig rig = new ModemRig();
        int[] silences = {2};
        rig.module.answer("AT+CIMI", () -> silences[0]-- > 0 ? new String[0] : new String[] {"255010000000001", "OK"});

        rig.ready();

        assertThat(rig.modem.status().imsi()).contains("255010000000001");
    }

    @Test
    void worksWithoutTheImsiWhenTheModuleDoesNotTellIt() {
        ModemRig rig = new ModemRig();
        rig.module.answer("AT+CIMI", "ERROR");

        rig.ready();

        assertThat(rig.modem.status().imsi()).isEmpty();
        assertThat(rig.module.count("AT+CIMI")).isEqualTo(1);
    }

    @Test
    void takesTheNearestAnnouncementWhenThePreferredOnesAreRefused() {
        ModemRig rig = new ModemRig();
        rig.module
                .answer("AT+CNMI=2,1,0,1,0", "+CMS ERROR: 302")
                .answer("AT+CNMI=1,1,0,1,0", "+CMS ERROR: 302")
                .answer("AT+CNMI=?", "+CNMI: (0,1),(0-2),(0,2),(0,2),(0,1)", "OK");

        rig.ready();

        assertThat(rig.module.heard).contains("AT+CNMI=1,1,0,2,0");
    }

    @Test
    void worksWithoutAnnouncementsByReadingPeriodically() {
        ModemRig rig = new ModemRig();
        rig.module
                .answer("AT+CNMI=2,1,0,1,0", "ERROR")
                .answer("AT+CNMI=1,1,0,1,0", "ERROR")
                .answer("AT+CNMI=?", "ERROR");

        rig.ready();
        rig.module.stored.put(3, ModemRig.HELLO);
        rig.pass(Duration.ofMinutes(3));

        assertThat(rig.listener.received).hasSize(1);
    }

    @Test
    void setsTheConfiguredServiceCentreWhenTheSimHoldsAnother() {
        ModemRig rig = new ModemRig(ModemRig.withSmsc("+380440000001")).ready();

        assertThat(rig.module.heard).contains("AT+CSCA=\"+380440000001\",145");
        assertThat(rig.modem.status().smsc()).contains("+380440000001");
    }

    @Test
    void leavesTheServiceCentreAloneWhenItIsTheConfiguredOne() {
        ModemRig rig = new ModemRig(ModemRig.withSmsc("+380500000500")).ready();

        assertThat(rig.module.heard).noneMatch(line -> line.startsWith("AT+CSCA="));
    }

    @Test
    void aModuleWithoutSimSaysSoAndIsWatched() {
        ModemRig rig = new ModemRig();
        rig.module.answer("AT+CPIN?", "+CME ERROR: 10");

        rig.start();
        rig.until(ModemState.SIM_UNAVAILABLE);
        assertThat(rig.modem.status().detail()).contains("insert a SIM");

        rig.module.answer("AT+CPIN?", "+CPIN: READY", "OK");
        rig.until(ModemState.READY);
        assertThat(rig.modem.status().imsi()).contains("255010000000001");
    }

    @Test
    void survivesAModuleThatEchoes() {
        ModemRig rig = new ModemRig();
        rig.module.answer("ATE0", "ERROR");

        rig.ready();

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
    }
}
