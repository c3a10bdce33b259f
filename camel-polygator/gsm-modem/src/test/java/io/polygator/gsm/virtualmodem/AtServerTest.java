package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import io.polygator.gsm.virtualmodem.VirtualRadio.SubmitResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AtServerTest {
    private static final String SUBMIT = "0011000C918360173254760000A708F7341D0D22B3E5";
    private static final String CTRL_Z = "\u001a";
    private static final String ESC = "\u001b";

    private final Bench bench = Bench.quiet();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/virtualmodem/commands.csv", delimiter = '|', quoteCharacter = '\0', numLinesToSkip = 1)
    void answers(String typed, String answer) {
        StringBuilder lines = new StringBuilder();
        String[] parts = answer.split("\\\\n", -1);
        // ATI and the like answer several lines in one go; the final result stands in a frame of its own.
        lines.append("\r\n")
                .append(String.join("\r\n", List.of(parts).subList(0, parts.length - 1)))
                .append("\r\n");
        String information = parts.length > 1 ? lines.toString() : "";
        assertThat(bench.type(typed + "\r")).isEqualTo(information + "\r\n" + parts[parts.length - 1] + "\r\n");
    }

    @Test
    void echoesWhatIsTypedUntilToldNotTo() {
        Bench fresh = new Bench();
        assertThat(fresh.type("AT\r")).isEqualTo("AT\r\r\nOK\r\n");
        assertThat(fresh.type("ATE0\r")).isEqualTo("ATE0\r\r\nOK\r\n");
        assertThat(fresh.type("AT\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void takesALineCutAnywhereAndCorrected() {
        assertThat(bench.type("A")).isEmpty();
        assertThat(bench.type("T+CSX\bQ")).isEmpty();
        assertThat(bench.type("\r")).isEqualTo("\r\n+CSQ: 21,0\r\n\r\nOK\r\n");
    }

    @Test
    void repeatsTheLastLineOnASlash() {
        bench.type("AT+CSQ\r");
        assertThat(bench.type("A/")).isEqualTo("\r\n+CSQ: 21,0\r\n\r\nOK\r\n");
    }

    @Test
    void ignoresWhatIsNoCommand() {
        assertThat(bench.type(ESC + "\r\n" + SUBMIT + CTRL_Z + "\r")).isEmpty();
        assertThat(bench.type("AT\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void refusesALineThatIsTooLong() {
        assertThat(bench.type("AT+CSCA=\"" + "1".repeat(5000) + "\"\r")).isEqualTo("\r\nERROR\r\n");
    }

    @Test
    void tellsResultsInNumbersWhenAskedTo() {
        assertThat(bench.type("ATV0\r")).isEqualTo("\r\n0\r\n");
        assertThat(bench.type("AT+NOSUCH\r")).isEqualTo("\r\n4\r\n");
    }

    @Test
    void tellsErrorsAsTheClientLikesThem() {
        bench.modem.simState = VirtualSim.State.NOT_INSERTED;
        assertThat(bench.type("AT+CMEE=0;+CPIN?\r")).isEqualTo("\r\nERROR\r\n");
        assertThat(bench.type("AT+CMEE=1;+CPIN?\r")).isEqualTo("\r\n+CME ERROR: 10\r\n");
        assertThat(bench.type("AT+CMEE=2;+CPIN?\r")).isEqualTo("\r\n+CME ERROR: SIM not inserted\r\n");
    }

    @Test
    void restoresTheSavedProfile() {
        bench.type("AT+CMEE=2;&W;+CMEE=0\r");
        assertThat(bench.type("ATZ;+CMEE?\r")).isEqualTo("\r\n+CMEE: 2\r\n\r\nOK\r\n");
    }

    @Test
    void sendsWhatIsTypedAtThePrompt() {
        assertThat(bench.type("AT+CMGS=21\r")).isEqualTo("\r\n> ");
        assertThat(bench.type(SUBMIT + CTRL_Z)).isEmpty();
        bench.loop.advance(BenchModem.SEND_TIME);
        assertThat(bench.said()).isEqualTo("\r\n+CMGS: 7\r\n\r\nOK\r\n");
        assertThat(bench.modem.happened).containsExactly("sent " + SUBMIT.substring(2));
    }

    @Test
    void sendsNothingAfterEscape() {
        bench.type("AT+CMGS=21\r");
        assertThat(bench.type(SUBMIT + ESC)).isEqualTo("\r\nOK\r\n");
        assertThat(bench.modem.happened).isEmpty();
    }

    @Test
    void refusesAPduThatIsNotAsLongAsAnnounced() {
        bench.type("AT+CMGS=20\r");
        assertThat(bench.type(SUBMIT + CTRL_Z)).isEqualTo("\r\n+CMS ERROR: 304\r\n");
        bench.type("AT+CMGS=20\r");
        assertThat(bench.type("no hexadecimal" + CTRL_Z)).isEqualTo("\r\n+CMS ERROR: 304\r\n");
        bench.type("AT+CMGS=20\r");
        assertThat(bench.type("00".repeat(5000) + CTRL_Z)).isEqualTo("\r\n+CMS ERROR: 304\r\n");
        assertThat(bench.modem.happened).isEmpty();
    }

    @Test
    void tellsAnObstacleInsteadOfPrompting() {
        bench.modem.obstacle = Optional.of(BenchModem.cms(331));
        assertThat(bench.type("AT+CMGS=21\r")).isEqualTo("\r\n+CMS ERROR: 331\r\n");
        assertThat(bench.type("AT\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void tellsTheNetworksRefusal() {
        bench.modem.submitResult = new SubmitResult.Refused(BenchModem.cms(38));
        bench.type("AT+CMGS=21\r" + SUBMIT + CTRL_Z);
        bench.loop.advance(BenchModem.SEND_TIME);
        assertThat(bench.said()).endsWith("\r\n+CMS ERROR: 38\r\n");
    }

    @Test
    void keepsWhatIsTypedWhileItSends() {
        bench.type("AT+CMGS=21\r" + SUBMIT + CTRL_Z + "AT+CSQ\rAT\r");
        assertThat(bench.said()).isEmpty();
        bench.loop.advance(BenchModem.SEND_TIME);
        assertThat(bench.said()).isEqualTo("\r\n+CMGS: 7\r\n\r\nOK\r\n\r\n+CSQ: 21,0\r\n\r\nOK\r\n\r\nOK\r\n");
    }

    @Test
    void goesOnAfterACommandThatIsNeverAnswered() {
        bench.modem.submitResult = new SubmitResult.Unanswered();
        bench.type("AT+CMGS=21\r" + SUBMIT + CTRL_Z);
        bench.loop.advance(BenchModem.SEND_TIME);
        assertThat(bench.type("AT\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void forgetsEverythingWhenTheModuleRestarts() {
        bench.type("AT+CMGS=21\r" + SUBMIT + CTRL_Z + "AT+CSQ\r");
        bench.server.reset();
        bench.loop.advance(BenchModem.SEND_TIME);
        assertThat(bench.said()).isEmpty();
        assertThat(bench.type("AT\r")).as("echo is back").isEqualTo("AT\r\r\nOK\r\n");
    }

    @Test
    void storesAndSendsWhatIsStored() {
        bench.type("AT+CMGW=21\r");
        assertThat(bench.type(SUBMIT + CTRL_Z)).isEqualTo("\r\n+CMGW: 1\r\n\r\nOK\r\n");
        assertThat(bench.type("AT+CMGR=1\r")).isEqualTo("\r\n+CMGR: 2,\"\",21\r\n" + SUBMIT + "\r\n\r\nOK\r\n");
        bench.type("AT+CMSS=1\r");
        bench.loop.advance(BenchModem.SEND_TIME);
        assertThat(bench.said()).isEqualTo("\r\n+CMSS: 7\r\n\r\nOK\r\n");
        assertThat(bench.modem.stored.messages().get(0).status()).isEqualTo(MessageStatus.STORED_SENT);
    }

    @Test
    void takesBackReceivedMessagesOfABackup() {
        String received = "0791835000005000000AD0C770BB5D07000062116241114500056479D84C07";
        bench.type("AT+CMGW=23,1\r");
        assertThat(bench.type(received + CTRL_Z)).isEqualTo("\r\n+CMGW: 1\r\n\r\nOK\r\n");
        bench.type("AT+CMGW=23,3\r");
        assertThat(bench.type(received + CTRL_Z)).isEqualTo("\r\n+CMS ERROR: 304\r\n");
    }

    @Test
    void deletesByFlag() throws Exception {
        PduModeFrame frame = PduModeFrame.parse(SUBMIT);
        bench.modem.put(MessageStatus.RECEIVED_READ, frame);
        bench.modem.put(MessageStatus.RECEIVED_UNREAD, frame);
        bench.modem.put(MessageStatus.STORED_SENT, frame);
        assertThat(bench.type("AT+CMGD=1,2\r")).isEqualTo("\r\nOK\r\n");
        assertThat(bench.modem.stored.messages())
                .extracting(StoredMessage::index)
                .containsExactly(2);
        assertThat(bench.type("AT+CMGD=1,4\r")).isEqualTo("\r\nOK\r\n");
        assertThat(bench.modem.stored.messages()).isEmpty();
    }

    @Test
    void marksAsReadWhatWasRead() throws Exception {
        bench.modem.put(MessageStatus.RECEIVED_UNREAD, PduModeFrame.parse(SUBMIT));
        assertThat(bench.type("AT+CMGL=0\r")).contains("+CMGL: 1,0,\"\",21\r\n" + SUBMIT);
        assertThat(bench.type("AT+CMGL=0\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void announcesOrHandsOverAsTheClientWants() throws Exception {
        assertThat(deliver(Kind.MESSAGE)).isEqualTo("TAKEN ");
        bench.type("AT+CNMI=2,1,0,1,0\r");
        assertThat(deliver(Kind.MESSAGE)).isEqualTo("TAKEN \r\n+CMTI: \"SM\",2\r\n");
        assertThat(deliver(Kind.STATUS_REPORT)).isEqualTo("TAKEN \r\n+CDS: 21\r\n" + SUBMIT + "\r\n");
        bench.type("AT+CNMI=2,2,0,2,0\r");
        assertThat(deliver(Kind.MESSAGE)).isEqualTo("TAKEN \r\n+CMT: ,21\r\n" + SUBMIT + "\r\n");
        assertThat(deliver(Kind.FLASH)).isEqualTo("TAKEN \r\n+CMT: ,21\r\n" + SUBMIT + "\r\n");
        assertThat(deliver(Kind.SIM_MESSAGE)).isEqualTo("TAKEN \r\n+CMTI: \"SM\",3\r\n");
        assertThat(deliver(Kind.STATUS_REPORT)).as("storage is full").isEqualTo("MEMORY_FULL ");
        bench.type("AT+CNMI=2,3,0,0,0\r");
        assertThat(deliver(Kind.TERMINAL_MESSAGE)).isEqualTo("TAKEN \r\n+CMT: ,21\r\n" + SUBMIT + "\r\n");
        assertThat(deliver(Kind.STATUS_REPORT)).isEqualTo("DISCARDED ");
        assertThat(deliver(Kind.FLASH)).isEqualTo("DISCARDED ");
    }

    @Test
    void waitsForTheClientsAcknowledgement() throws Exception {
        bench.type("AT+CSMS=1;+CNMI=2,2,0,1,0\r");
        List<DeliveryResult> results = new ArrayList<>();
        IncomingTpdu message = new IncomingTpdu(PduModeFrame.parse(SUBMIT), Kind.MESSAGE);
        bench.server.deliver(message, results::add);
        assertThat(results).isEmpty();
        bench.type("AT+CNMA\r");
        assertThat(results).containsExactly(DeliveryResult.TAKEN);
        bench.server.deliver(message, results::add);
        bench.type("AT+CNMA=2\r");
        assertThat(results).endsWith(DeliveryResult.REFUSED);
        bench.server.deliver(message, results::add);
        bench.loop.advance(Duration.ofSeconds(21));
        assertThat(results).endsWith(DeliveryResult.NOT_ACKNOWLEDGED);
        assertThat(bench.type("AT+CNMI?\r")).contains("+CNMI: 2,0,0,0,0");
    }

    @Test
    void writesUssdTextsInTheClientsCharacterSet() {
        bench.server.ussd(0, "hi", UssdWriting.CHARACTER_SET);
        assertThat(bench.said()).isEqualTo("\r\n+CUSD: 0,\"hi\",15\r\n");
        bench.type("AT+CSCS=\"UCS2\"\r");
        bench.server.ussd(1, "hi", UssdWriting.CHARACTER_SET);
        assertThat(bench.said()).isEqualTo("\r\n+CUSD: 1,\"00680069\",15\r\n");
        bench.type("AT+CUSD=1,\"002A003100230\",15\r");
        bench.type("AT+CUSD=1,\"002A00310023\",15\r");
        assertThat(bench.modem.happened).containsExactly("USSD *1#");
        bench.type("AT+CUSD=0\r");
        bench.server.ussd(0, "nobody listens", UssdWriting.CHARACTER_SET);
        assertThat(bench.said()).isEmpty();
    }

    private String deliver(Kind kind) throws Exception {
        List<DeliveryResult> results = new ArrayList<>();
        bench.server.deliver(new IncomingTpdu(PduModeFrame.parse(SUBMIT), kind), results::add);
        return results.get(0) + " " + bench.said();
    }
}
