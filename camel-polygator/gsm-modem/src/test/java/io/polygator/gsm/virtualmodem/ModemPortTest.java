package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.VirtualRadio.Registration;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModemPortTest {
    private static final String HELLO = "07918350000005F0040C9183051032547600006210311052638005E8329BFD06";
    private static final String REPORT = "07918350000005F006070C91830510325476621031105263806210311052738000";
    private static final String SUBMIT = "0011000C918360173254760000A708F7341D0D22B3E5";

    private final PortBench bench = new PortBench();

    @Test
    void storesForNobodyAndHandsOverToTheFirstWhoWantsIt() {
        bench.deliver(HELLO);
        bench.deliver(REPORT);
        assertThat(bench.delivered).containsExactly(DeliveryResult.TAKEN, DeliveryResult.TAKEN);
        assertThat(bench.storage.used()).isEqualTo(2);

        PortBench.Client client = bench.connect();
        client.type("ATE0\r");
        assertThat(bench.settled(client, "AT+CNMI=1,2,0,1,0\r"))
                .isEqualTo("\r\nOK\r\n\r\n+CMT: ,24\r\n" + HELLO + "\r\n\r\n+CDS: 25\r\n" + REPORT + "\r\n");
        assertThat(bench.storage.used()).isZero();
    }

    @Test
    void keepsWhatAClientDidNotAcknowledge() {
        bench.deliver(HELLO);
        PortBench.Client client = bench.connect();
        assertThat(client.type("ATE0;+CSMS=1;+CNMI=1,2,0,1,0\r")).endsWith(HELLO + "\r\n");
        client.leave();
        assertThat(bench.storage.messages()).singleElement().satisfies(message -> assertThat(message.status())
                .isEqualTo(MessageStatus.RECEIVED_UNREAD));
        PortBench.Client next = bench.connect();
        next.type("ATE0;+CSMS=1;+CNMI=1,2,0,1,0\r");
        next.type("AT+CNMA\r");
        assertThat(bench.storage.used()).isZero();
    }

    @Test
    void whatAClientIsJustBeingGivenIsShownToNobodyUntilItIsRefused() {
        bench.deliver(HELLO);
        PortBench.Client client = bench.connect();
        client.type("ATE0;+CSMS=1;+CNMI=1,2,0,1,0\r");
        assertThat(bench.shown.used()).isZero();
        PortBench.Client reader = bench.connect();
        assertThat(reader.type("ATE0;+CMGL=4\r")).doesNotContain(HELLO);

        bench.loop.advance(Duration.ofSeconds(21));
        assertThat(reader.type("AT+CMGL=4\r")).as("nobody acknowledged it").contains(HELLO);
    }

    @Test
    void whatAClientHasTakenIsGivenToNobodyAgainAndDeletedOnceThatGoes() {
        bench.shown.stubborn = true;
        bench.deliver(HELLO);
        PortBench.Client client = bench.connect();
        assertThat(bench.settled(client, "ATE0;+CNMI=1,2,0,1,0\r")).contains(HELLO);
        bench.loop.advance(Duration.ofSeconds(11));
        assertThat(client.type("AT+CNMI=1,2,0,1,0\r")).doesNotContain(HELLO);
        assertThat(bench.storage.used()).isEqualTo(1);

        bench.shown.stubborn = false;
        bench.loop.advance(Duration.ofSeconds(11));
        assertThat(bench.storage.used()).isZero();
        assertThat(client.heard()).doesNotContain(HELLO);
    }

    @Test
    void whatTheOwnerHasStoredIsAnnouncedOrHandedOver() {
        PortBench.Client reader = bench.connect();
        reader.type("ATE0;+CNMI=2,1\r");
        bench.announce(HELLO);
        assertThat(reader.heard()).contains("+CMTI: \"SM\",1");

        PortBench.Client taker = bench.connect();
        assertThat(bench.settled(taker, "ATE0;+CNMI=1,2,0,1,0\r")).contains("+CMT: ,24");
        bench.announce(HELLO);
        assertThat(taker.heard()).contains("+CMT: ,24");
        assertThat(bench.storage.used()).isZero();
    }

    @Test
    void handsOverMoreThanAClientMayHaveWaiting() {
        for (int i = 0; i < bench.storage.capacity(); i++) {
            bench.deliver(HELLO);
        }
        PortBench.Client client = bench.connect();
        assertThat(bench.settled(client, "ATE0;+CNMI=1,2,0,1,0\r").split("CMT: ", -1))
                .hasSize(bench.storage.capacity() + 1);
        assertThat(bench.storage.used()).isZero();
    }

    @Test
    void saysWhetherReportsAreOfUse() {
        assertThat(bench.port.wantsReports()).as("before anybody says").isTrue();
        PortBench.Client client = bench.connect();
        client.type("AT+CNMI=1,2,0,0,0\r");
        assertThat(bench.port.wantsReports()).isFalse();
        client.type("AT+CNMI=1,2,0,1,0\r");
        assertThat(bench.port.wantsReports()).isTrue();
    }

    @Test
    void tellsTheOwnerWhenTheClientHasAcknowledged() {
        PortBench.Client client = bench.connect();
        client.type("ATE0;+CSMS=1;+CNMI=1,2,0,1,0\r");
        bench.deliver(HELLO);
        bench.deliver(REPORT);
        assertThat(client.heard()).as("one at a time").contains("+CMT: ,24").doesNotContain("+CDS");
        assertThat(bench.delivered).isEmpty();
        assertThat(client.type("AT+CNMA\r")).isEqualTo("\r\nOK\r\n\r\n+CDS: 25\r\n" + REPORT + "\r\n");
        assertThat(bench.delivered).containsExactly(DeliveryResult.TAKEN);
        client.leave();
        assertThat(bench.delivered).containsExactly(DeliveryResult.TAKEN, DeliveryResult.NOT_ACKNOWLEDGED);
    }

    @Test
    void storesAgainAfterAnAcknowledgementThatNeverCame() {
        PortBench.Client client = bench.connect();
        client.type("ATE0;+CSMS=1;+CNMI=1,2,0,1,0\r");
        bench.deliver(HELLO);
        bench.deliver(HELLO);
        bench.loop.advance(Duration.ofSeconds(21));
        assertThat(bench.delivered).containsExactly(DeliveryResult.NOT_ACKNOWLEDGED, DeliveryResult.NOT_ACKNOWLEDGED);
        bench.deliver(HELLO);
        assertThat(bench.storage.used()).isEqualTo(1);
    }

    @Test
    void saysNothingElseBetweenACommandAndItsResult() {
        PortBench.Client client = bench.connect();
        bench.settled(client, "ATE0;+CNMI=1,2,0,1,0\r");
        client.type("AT+CMGS=21\r");
        bench.deliver(HELLO);
        bench.port.ring(Optional.empty());
        assertThat(client.type(SUBMIT + "\u001a")).isEmpty();
        bench.loop.advance(PortBench.SEND_TIME);
        assertThat(client.heard())
                .isEqualTo("\r\n+CMGS: 7\r\n\r\nOK\r\n\r\nRING\r\n\r\n+CMT: ,24\r\n" + HELLO + "\r\n");
        assertThat(bench.delivered).containsExactly(DeliveryResult.TAKEN);
    }

    @Test
    void givesUpAMessageThatIsNeverTyped() {
        PortBench.Client client = bench.connect();
        bench.settled(client, "ATE0;+CMEE=1;+CNMI=1,2,0,1,0\r");
        client.type("AT+CMGS=21\r");
        bench.deliver(HELLO);
        bench.loop.advance(Duration.ofMinutes(3));
        assertThat(client.heard()).startsWith("\r\n+CMS ERROR: 500\r\n").endsWith(HELLO + "\r\n");
    }

    @Test
    void givesEveryClientASessionOfItsOwn() {
        PortBench.Client first = bench.connect();
        PortBench.Client second = bench.connect();
        first.type("ATE0;+CMEE=2;+CREG=1;+CNMI=2,1,0,2,0\r");
        second.type("ATE0;+CNMI=2,1\r");
        assertThat(first.type("AT+CMEE?\r")).contains("+CMEE: 2");
        assertThat(second.type("AT+CMEE?\r")).contains("+CMEE: 0");
        bench.registration = new Registration(2, "", "");
        bench.port.registrationChanged();
        bench.deliver(HELLO);
        bench.deliver(REPORT);
        assertThat(first.heard()).isEqualTo("\r\n+CREG: 2\r\n\r\n+CMTI: \"SM\",1\r\n\r\n+CDSI: \"SM\",2\r\n");
        assertThat(second.heard()).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
    }

    @Test
    void handsOverToTheNewestClientThatWantsIt() {
        PortBench.Client first = bench.connect();
        PortBench.Client second = bench.connect();
        bench.settled(first, "ATE0;+CNMI=1,2\r");
        bench.settled(second, "ATE0;+CNMI=1,2\r");
        bench.deliver(HELLO);
        assertThat(first.heard()).isEmpty();
        assertThat(second.heard()).contains("+CMT");
        second.leave();
        bench.deliver(HELLO);
        assertThat(first.heard()).contains("+CMT");
    }

    @Test
    void dropsAReportThatAClientDoesNotWant() {
        bench.connect().type("AT+CNMI=2,1,0,0,0\r");
        bench.deliver(REPORT);
        assertThat(bench.delivered).containsExactly(DeliveryResult.DISCARDED);
    }

    @Test
    void refusesOneClientTooMany() {
        PortBench narrow = new PortBench(AtServerSettings.forClients(), 1);
        PortBench.Client first = narrow.connect();
        PortBench.Client second = narrow.connect();
        assertThat(second.heard()).isEqualTo("Port already in use\n\r");
        assertThat(second.closed).isTrue();
        first.leave();
        assertThat(narrow.connect().type("AT\r")).contains("OK");
    }

    @Test
    void tellsTheServiceCentreOnceItIsKnown() {
        Optional<SmsAddress> known = bench.smsc;
        bench.smsc = Optional.empty();
        PortBench.Client client = bench.connect();
        client.type("ATE0\r");
        assertThat(client.type("AT+CSCA?\r")).isEmpty();
        bench.smsc = known;
        bench.loop.advance(Duration.ofSeconds(1));
        assertThat(client.heard()).isEqualTo("\r\n+CSCA: \"+380500000500\",145\r\n\r\nOK\r\n");
    }

    @Test
    void tellsThatThereIsNoServiceCentreWhenNoneIsKnownInTime() {
        bench.smsc = Optional.empty();
        PortBench.Client client = bench.connect();
        client.type("ATE0\r");
        client.type("AT+CSCA?\r");
        bench.loop.advance(Duration.ofSeconds(4));
        assertThat(client.heard()).isEqualTo("\r\n+CSCA: \"\",129\r\n\r\nOK\r\n");
    }

    @Test
    void announcesWhatModeZeroKeptBack() {
        PortBench.Client client = bench.connect();
        client.type("ATE0;+CNMI=0,1,0,0,0\r");
        bench.deliver(HELLO);
        assertThat(client.heard()).isEmpty();
        assertThat(client.type("AT+CNMI=2,1,0,0,0\r")).isEqualTo("\r\nOK\r\n\r\n+CMTI: \"SM\",1\r\n");
    }

    @Test
    void tellsTheOwnerOfAMessageWithItsServiceCentre() {
        PortBench.Client client = bench.connect();
        client.type("ATE0\r");
        String answer = client.send("AT+CMGS=21\r07918350000005F0" + SUBMIT.substring(2) + "\u001a");
        assertThat(answer).endsWith("\r\n+CMGS: 7\r\n\r\nOK\r\n");
        assertThat(bench.submitted).singleElement().satisfies(submission -> {
            assertThat(submission.submit().destination().display()).isEqualTo("+380671234567");
            assertThat(submission.frame().smsc().orElseThrow().display()).isEqualTo("+38050000500");
        });
    }
}
