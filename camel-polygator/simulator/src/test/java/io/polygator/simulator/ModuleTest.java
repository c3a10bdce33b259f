package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.virtualmodem.UssdWriting;
import io.polygator.simulator.module.LineSpeed;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.module.UssdMenu;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M10_FW04|RDY,+CFUN: 1,+CPIN: READY,Call Ready",
                "SIM300|RDY,+CPIN: READY,+CFUN: 1,Call Ready",
                "SIM900|RDY,+CFUN: 1,+CPIN: READY,Call Ready",
                "SIM5215|START,+CPIN: READY"
            })
    void startsInTheOrderOfItsKind(Personality personality, String lines) {
        Stage stage = new Stage(builder ->
                builder.modules(personality).startState(StartState.POWERED_ON).idleTimeout(Duration.ZERO));
        AtClient client = stage.connect(0);
        client.type("AT\r");
        stage.pass(Duration.ofMinutes(1));
        assertThat(client.take()).isEqualTo("\r\n" + lines.replace(",", "\r\n\r\n") + "\r\n");
        assertThat(client.ask("ATE0;+CREG?\r", "OK")).contains("+CREG: 0,1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M10_FW04|AT+QCCID|8938099000000000013",
                "M10_FW04|AT+QSIMSTAT?|+QSIMSTAT: 0,1",
                "M10_FW04|AT+QTRPIN|+QTRPIN: 3,3,10,10",
                "M10_FW04|AT+CGMM|Quectel_M10",
                "SIM300|AT+CCID|8938099000000000013",
                "SIM900|AT+CSMINS?|+CSMINS: 0,1",
                "SIM900|AT+SPIC|+SPIC: 3,3,10,10",
                "SIM5215|AT+CICCID|+ICCID: 8938099000000000013",
                "SIM5215|AT+CNMA=?|+CNMA: (0-2)"
            })
    void answersTheCommandsOfItsKind(Personality personality, String command, String answer) {
        Stage stage = new Stage(builder -> builder.modules(personality));
        AtClient client = stage.ready(0);
        assertThat(client.ask(command + "\r", "OK")).isEqualTo("\r\n" + answer + "\r\n\r\nOK\r\n");
    }

    @ParameterizedTest
    @CsvSource({"M10_FW04,AT+CCID", "M10_FW04,AT+CNMA", "SIM900,AT+CNMA=0", "SIM300,AT+QCCID", "SIM5215,AT+CMMS=1"})
    void doesNotKnowTheCommandsOfOthers(Personality personality, String command) {
        Stage stage = new Stage(builder -> builder.modules(personality));
        assertThat(stage.ready(0).ask(command + "\r", "ERROR")).isEqualTo("\r\nERROR\r\n");
    }

    @Test
    void asksForThePinAndCountsWrongOnes() {
        Stage stage = new Stage(builder -> builder.pin("4321"));
        AtClient client = stage.ready(0);
        assertThat(client.ask("AT+CPIN?\r", "OK")).contains("+CPIN: SIM PIN");
        assertThat(client.ask("AT+CIMI\r", "ERROR")).contains("+CME ERROR: 11");
        assertThat(client.ask("AT+CPIN=\"0000\"\r", "ERROR")).contains("+CME ERROR: 16");
        assertThat(client.ask("AT+QTRPIN\r", "OK")).contains("+QTRPIN: 2,");
        client.ask("AT+CPIN=\"0000\"\r", "ERROR");
        client.ask("AT+CPIN=\"0000\"\r", "ERROR");
        assertThat(client.ask("AT+CPIN?\r", "OK")).contains("+CPIN: SIM PUK");
        assertThat(client.ask("AT+CPIN=\"4321\"\r", "ERROR")).contains("+CME ERROR: 12");
        client.ask("AT+CPIN=\"12345678\",\"1111\"\r", "OK");
        assertThat(client.ask("AT+CPIN?\r", "OK")).contains("+CPIN: READY");
        stage.pass(Duration.ofSeconds(10));
        assertThat(client.ask("AT+CREG?\r", "OK")).contains("+CREG: 0,1");
    }

    @Test
    void losesTheSimAfterTenWrongPuks() {
        Stage stage = new Stage(builder -> builder.pin("4321"));
        AtClient client = stage.ready(0);
        for (int i = 0; i < 3; i++) {
            client.ask("AT+CPIN=\"0000\"\r", "ERROR");
        }
        for (int i = 0; i < 9; i++) {
            assertThat(client.ask("AT+CPIN=\"0\",\"1\"\r", "ERROR")).contains("+CME ERROR: 16");
        }
        assertThat(client.ask("AT+CPIN=\"0\",\"1\"\r", "ERROR")).contains("+CME ERROR: 13");
        assertThat(client.ask("AT+CPIN?\r", "ERROR")).contains("+CME ERROR: 13");
    }

    @Test
    void tellsWhenTheSimIsTakenOutAndPutBack() {
        Stage stage = new Stage(builder -> builder.idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        stage.simulator.channel(0).removeSim();
        assertThat(client.await("+CPIN")).contains("+CPIN: NOT INSERTED");
        assertThat(client.ask("AT+CIMI\r", "ERROR")).contains("+CME ERROR: 10");
        stage.simulator.channel(0).insert(stage.simulator.channel(1).sim());
        assertThat(client.await("+CPIN")).contains("+CPIN: READY");
        assertThat(client.ask("AT+CIMI\r", "OK")).contains("255990000000002");
        stage.pass(Duration.ofSeconds(10));
        client.ask("AT+CNMI=2,1,0,1,0\r", "OK");
        stage.simulator.channel(0).receiveFrom(Stage.SOMEBODY, "for the SIM that is out");
        stage.simulator.channel(1).receiveFrom(Stage.SOMEBODY, "for the SIM that moved");
        assertThat(client.await("+CMTI")).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
    }

    @Test
    void theCountOfMessagesMovesWithTheSimAndSurvivesARestart() {
        Stage stage = new Stage(builder -> builder.idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        assertThat(client.ask("AT+CRSM=176,28483,0,0,0\r", "OK")).contains("+CRSM: 144,0,\"FFFF\"");
        AtClient other = stage.ready(1);
        stage.send(other, "one");
        stage.send(other, "two");
        stage.simulator.channel(1).restart();
        stage.pass(Duration.ofMinutes(1));

        stage.simulator.channel(0).removeSim();
        stage.simulator.channel(0).insert(stage.simulator.channel(1).sim());
        stage.pass(Duration.ofSeconds(10));

        assertThat(client.ask("AT+CRSM=176,28483,0,0,0\r", "OK")).contains("+CRSM: 144,0,\"01FF\"");
    }

    @Test
    void restartsByCommandAndForgetsTheClientsSettings() {
        Stage stage = new Stage(builder -> builder.idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        client.ask("AT+CFUN=1,1\r", "OK");
        assertThat(client.await("Call Ready")).contains("RDY");
        assertThat(client.ask("AT+CNMI?\r", "OK")).startsWith("AT+CNMI?\r").contains("+CNMI: 0,0,0,0,0");
    }

    @Test
    void staysOffAfterPoweringDown() {
        Stage stage = new Stage(builder -> builder.idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        assertThat(client.ask("AT+QPOWD=1\r", "DOWN")).contains("NORMAL POWER DOWN");
        client.type("AT\r");
        stage.pass(Duration.ofMinutes(10));
        assertThat(client.take()).isEmpty();
        stage.simulator.channel(0).powerOn();
        assertThat(client.await("Call Ready")).contains("RDY");
    }

    @Test
    void ringsUntilTheClientHangsUp() {
        Stage stage = new Stage(builder -> builder.idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        client.ask("AT+CLIP=1\r", "OK");
        stage.simulator.channel(0).ringFrom(Stage.SOMEBODY);
        assertThat(client.await("+CLIP")).isEqualTo("\r\nRING\r\n\r\n+CLIP: \"+380677654321\",145,\"\",,\"\",0\r\n");
        assertThat(client.ask("AT+CLCC\r", "OK")).contains("+CLCC: 1,1,4,0,0,\"+380677654321\",145");
        stage.pass(Duration.ofSeconds(12));
        assertThat(client.take()).contains("RING");
        client.ask("ATH\r", "OK");
        stage.pass(Duration.ofSeconds(12));
        assertThat(client.take()).isEmpty();
        stage.simulator.channel(0).ringWithheld();
        assertThat(client.await("+CLIP")).contains("+CLIP: \"\",128,\"\",,\"\",1");
        stage.simulator.channel(0).stopRinging();
        assertThat(client.await("NO CARRIER")).contains("NO CARRIER");
    }

    @Test
    void answersUssdInDialogues() {
        Stage stage = new Stage(builder -> builder.idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        client.ask("AT+CUSD=1,\"*100#\",15\r", "OK");
        assertThat(client.await("+CUSD")).isEqualTo("\r\n+CUSD: 0,\"Balance 42.00 UAH\",15\r\n");
        client.ask("AT+CUSD=1,\"*101#\",15\r", "OK");
        assertThat(client.await("+CUSD")).isEqualTo("\r\n+CUSD: 1,\"1 Balance\r\n2 Tariff > all\",15\r\n");
        client.ask("AT+CUSD=1,\"2\",15\r", "OK");
        assertThat(client.await("+CUSD")).contains("\",72");
        client.ask("AT+CUSD=1,\"*999#\",15\r", "OK");
        assertThat(client.await("+CUSD")).isEqualTo("\r\n+CUSD: 4\r\n");
        client.ask("AT+CUSD=1,\"*102#\",15\r", "OK");
        stage.pass(Duration.ofMinutes(5));
        assertThat(client.ask("AT+CUSD=1,\"*100#\",15\r", "ERROR")).contains("+CME ERROR: 3");
        client.ask("AT+CUSD=2\r", "OK");
        stage.simulator.channel(0).pushUssd("Pay!");
        assertThat(client.await("+CUSD")).contains("+CUSD: 0,\"Pay!\",15");
    }

    @Test
    void firmware05PutsBlanksAroundUssd() {
        Stage stage = new Stage(builder ->
                builder.modules(Personality.M10_FW05).ussd(UssdMenu.demo().writtenAs(UssdWriting.PACKED_HEX)));
        AtClient client = stage.ready(0);
        client.ask("AT+CUSD=1,\"*100#\",15\r", "OK");
        assertThat(client.await("+CUSD")).matches("\r\n\\+CUSD: 0, \"([0-9A-F]{2})+\" ,0\r\n");
        client.ask("AT+CUSD=1,\"*999#\",15\r", "OK");
        assertThat(client.await("+CUSD")).isEqualTo("\r\n+CUSD: 4\r\n");
    }

    @Test
    void isSilentUntilItHearsAtWhenItHasToFindTheSpeed() {
        Stage stage = new Stage(builder -> builder.lineSpeed(LineSpeed.AUTOMATIC)
                .startState(StartState.POWERED_ON)
                .idleTimeout(Duration.ZERO));
        AtClient client = stage.connect(0);
        stage.pass(Duration.ofMinutes(1));
        assertThat(client.take()).isEmpty();
        client.type("x\rA");
        stage.pass(Duration.ofSeconds(5));
        assertThat(client.take()).isEmpty();
        assertThat(client.ask("T\r", "OK")).isEqualTo("AT\r\r\nOK\r\n");
        assertThat(client.ask("ATE0;+CREG?\r", "OK")).contains("+CREG: 0,1");
    }

    @Test
    void tellsRegistrationAndSignal() {
        Stage stage = new Stage(builder -> builder);
        AtClient client = stage.ready(0);
        client.ask("AT+CREG=1\r", "OK");
        stage.simulator.channel(0).register(3);
        assertThat(client.await("+CREG")).isEqualTo("\r\n+CREG: 3\r\n");
        assertThat(client.ask("AT+COPS?;+CSQ\r", "OK")).contains("+COPS: 0\r\n").contains("+CSQ: 99,99");
        assertThat(client.ask("AT+CMGS=20\r", "ERROR")).contains("+CMS ERROR: 331");
        stage.simulator.channel(0).register(5);
        stage.simulator.channel(0).signal(12);
        assertThat(client.await("+CREG")).contains("+CREG: 5");
        assertThat(client.ask("AT+CSQ\r", "OK")).contains("+CSQ: 12,0");
    }
}
