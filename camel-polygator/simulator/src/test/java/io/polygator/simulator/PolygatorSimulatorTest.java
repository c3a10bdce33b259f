package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolygatorSimulatorTest {
    private final ManualLoop loop = new ManualLoop();
    private final MemoryNetwork network = new MemoryNetwork(loop);
    private PolygatorSimulator simulator =
            PolygatorSimulator.builder().inMemory(loop, network).build();

    @BeforeEach
    void start() throws LinkException {
        simulator.start();
        loop.runPending();
    }

    @Test
    void carriesAMessageFromOneSimToAnotherAndTheReportBack() throws Exception {
        AtClient sender = client(0);
        AtClient recipient = client(1);
        sender.ask("ATE0;+CMEE=1;+CNMI=2,1,0,1,0\r", "OK");
        recipient.ask("ATE0;+CNMI=2,1,0,1,0\r", "OK");

        String line = submit(simulator.channel(1).sim().number(), "hello");
        sender.ask("AT+CMGS=" + (line.length() / 2 - 1) + "\r", "> ");
        String accepted = sender.ask(line + "\u001a", "OK");
        assertThat(accepted).isEqualTo("\r\n+CMGS: 0\r\n\r\nOK\r\n");

        assertThat(recipient.await("+CMTI")).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
        SmsDeliver delivered = (SmsDeliver) pdu(recipient.ask("AT+CMGL=4\r", "OK"), "+CMGL: 1,0,\"\",");
        assertThat(Gsm7.decode(delivered.userData().units())).isEqualTo("hello");
        assertThat(delivered.originator())
                .isEqualTo(SmsAddress.ofDestination(simulator.channel(0).sim().number()));

        SmsStatusReport report = (SmsStatusReport) pdu(sender.await("+CDS"), "+CDS: ");
        assertThat(report.reference()).isEqualTo(new MessageReference(0));
        assertThat(report.status().value()).isZero();
        assertThat(simulator.air().total()).isOne();

        assertThat(recipient.ask("AT+CMGD=1\r", "OK")).isEqualTo("\r\nOK\r\n");
        assertThat(recipient.ask("AT+CMGL=4\r", "OK")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void closesAnIdleConnectionWithoutAWordAsSer2netDoes() {
        AtClient client = client(0);
        loop.advance(Duration.ofSeconds(19));
        assertThat(client.isOpen()).isTrue();
        client.ask("AT\r", "OK");
        loop.advance(Duration.ofSeconds(19));
        assertThat(client.isOpen()).isTrue();
        loop.advance(Duration.ofSeconds(2));
        assertThat(client.isOpen()).isFalse();
        assertThat(client.take()).isEmpty();
    }

    @Test
    void refusesASecondClientInWords() {
        AtClient first = client(0);
        AtClient second = client(0);
        assertThat(second.take()).isEqualTo("Port already in use\n\r");
        assertThat(second.isOpen()).isFalse();
        assertThat(first.ask("AT\r", "OK")).contains("OK");
    }

    private AtClient client(int channel) {
        return AtClient.connect(loop, network.transport("sim-" + channel));
    }

    private static String submit(String number, String text) {
        SmsSubmit submit = new SmsSubmit(
                false,
                true,
                false,
                new MessageReference(0),
                SmsAddress.ofDestination(number),
                new ProtocolIdentifier(0),
                DataCodingScheme.of(Alphabet.GSM7),
                new ValidityPeriod.None(),
                new UserData(
                        UserDataHeader.none(), Alphabet.GSM7, Gsm7.encode(text).orElseThrow()));
        return new PduModeFrame(Optional.empty(), TpduEncoder.encode(submit)).format();
    }

    private static Object pdu(String heard, String header) throws Exception {
        int start = heard.indexOf("\r\n", heard.indexOf(header) + header.length()) + 2;
        String line = heard.substring(start, heard.indexOf("\r\n", start));
        return TpduDecoder.decode(PduModeFrame.parse(line).tpdu(), Direction.TO_MOBILE);
    }
}
