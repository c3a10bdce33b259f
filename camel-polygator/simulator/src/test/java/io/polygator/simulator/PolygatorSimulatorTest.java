package io.polygator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.network.NumberRule;
import io.polygator.simulator.network.NumberRule.Fate;
import io.polygator.simulator.port.SecondClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolygatorSimulatorTest {

    @Test
    void carriesAMessageFromOneSimToAnotherAndTheReportBack() {
        Stage stage = new Stage(builder -> builder);
        AtClient sender = stage.ready(0);
        AtClient recipient = stage.ready(1);

        String line = Submits.line(stage.simulator.channel(1).sim().number(), "hello");
        sender.ask(Submits.command(line), "> ");
        assertThat(sender.ask(line + Stage.CTRL_Z, "OK")).isEqualTo("\r\n+CMGS: 0\r\n\r\nOK\r\n");

        assertThat(recipient.await("+CMTI")).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
        SmsDeliver delivered = Submits.deliver(recipient.ask("AT+CMGL=4\r", "OK"), "+CMGL: 1,0,\"\",");
        assertThat(Gsm7.decode(delivered.userData().units())).isEqualTo("hello");
        assertThat(delivered.originator())
                .isEqualTo(SmsAddress.ofDestination(
                        stage.simulator.channel(0).sim().number()));

        SmsStatusReport report = Submits.report(sender.await("+CDS"));
        assertThat(report.reference()).isEqualTo(new MessageReference(0));
        assertThat(report.status().value()).isZero();
        assertThat(stage.simulator.air().total()).isOne();
        SmsAddress destination =
                SmsAddress.ofDestination(stage.simulator.channel(1).sim().number());
        assertThat(stage.simulator.air().times(destination, Submits.text("hello")))
                .isOne();

        assertThat(recipient.ask("AT+CMGD=1\r", "OK")).isEqualTo("\r\nOK\r\n");
        assertThat(recipient.ask("AT+CMGL=4\r", "OK")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void reportsWhatBecomesOfOtherNumbersByRule() {
        NumberRule rule = number -> number.value().endsWith("1") ? Fate.UNOBTAINABLE : Fate.DELIVERED;
        Stage stage = new Stage(builder -> builder.otherNumbers(rule));
        String heard = stage.send(stage.ready(0), "to nobody");
        assertThat(heard).contains("+CMGS: 0");
        assertThat(Submits.report(heard).status().value()).isEqualTo(0x43);
        assertThat(stage.timesOnAir("to nobody")).isOne();
    }

    @Test
    void wrapsTheReferenceAfter255() {
        Stage stage = new Stage(builder -> builder.idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        client.ask("AT+CNMI=2,1,0,0,0\r", "OK");
        for (int sent = 0; sent < 256; sent++) {
            assertThat(stage.send(client, "number " + sent)).contains("+CMGS: " + sent + "\r\n");
        }
        assertThat(stage.send(client, "one more")).contains("+CMGS: 0\r\n");
    }

    @Test
    void keepsMessagesBackWhileTheSimIsFull() {
        Stage stage = new Stage(builder -> builder.simSlots(2).idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        for (String text : List.of("one", "two", "three")) {
            stage.simulator.channel(0).receiveSegments(Stage.SOMEBODY, List.of(Submits.text(text)));
        }
        stage.pass(Duration.ofMinutes(5));
        assertThat(client.take()).containsOnlyOnce("\"SM\",1").containsOnlyOnce("\"SM\",2");
        assertThat(client.ask("AT+CPMS?\r", "OK")).contains("\"SM\",2,2");
        assertThat(client.ask("AT+CMGD=1\r", "+CMTI")).contains("+CMTI: \"SM\",1");
        SmsDeliver third = Submits.deliver(client.ask("AT+CMGR=1\r", "OK"), "+CMGR: 0,\"\",");
        assertThat(third.userData()).isEqualTo(Submits.text("three"));
    }

    @Test
    void deliversAgainWhatIsNotAcknowledged() {
        Stage stage = new Stage(builder -> builder.modules(Personality.SIM5215).idleTimeout(Duration.ZERO));
        AtClient client = stage.ready(0);
        client.ask("AT+CSMS=1;+CNMI=2,2,0,1,0\r", "OK");
        stage.simulator.channel(0).receiveSegments("Bank", List.of(Submits.text("code")));
        assertThat(client.await("+CMT: ")).contains("+CMT: ,");
        stage.pass(Duration.ofSeconds(21));
        client.ask("AT+CNMI=2,2,0,1,0\r", "OK");
        assertThat(client.await("+CMT: ")).contains("+CMT: ,");
        client.ask("AT+CNMA\r", "OK");
        stage.pass(Duration.ofMinutes(5));
        assertThat(client.take()).isEmpty();
    }

    @Test
    void losesWhatTheModuleSaysWhileNobodyIsConnected() {
        Stage stage = new Stage(builder -> builder);
        AtClient client = stage.ready(0);
        client.ask("AT+CNMI=2,2,0,1,0\r", "OK");
        stage.pass(Duration.ofSeconds(25));
        assertThat(client.isOpen()).isFalse();
        stage.simulator.channel(0).receiveSegments(Stage.SOMEBODY, List.of(Submits.text("lost")));
        stage.pass(Duration.ofSeconds(5));
        AtClient again = stage.connect(0);
        assertThat(again.ask("AT+CMGL=4\r", "OK")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void closesAnIdleConnectionWithoutAWordAsSer2netDoes() {
        Stage stage = new Stage(builder -> builder);
        AtClient client = stage.connect(0);
        stage.pass(Duration.ofSeconds(19));
        assertThat(client.isOpen()).isTrue();
        client.ask("AT\r", "OK");
        stage.pass(Duration.ofSeconds(19));
        assertThat(client.isOpen()).isTrue();
        stage.pass(Duration.ofSeconds(2));
        assertThat(client.isOpen()).isFalse();
        assertThat(client.take()).isEmpty();
    }

    @Test
    void refusesASecondClientInWords() {
        Stage stage = new Stage(builder -> builder);
        AtClient first = stage.connect(0);
        AtClient second = stage.connect(0);
        assertThat(second.take()).isEqualTo("Port already in use\n\r");
        assertThat(second.isOpen()).isFalse();
        assertThat(first.ask("AT\r", "OK")).contains("OK");
    }

    @Test
    void throwsTheFirstClientOutWhenToldTo() {
        Stage stage = new Stage(builder -> builder.secondClient(SecondClient.KICK_OLD));
        AtClient first = stage.connect(0);
        AtClient second = stage.connect(0);
        stage.loop.runPending();
        assertThat(first.take()).isEqualTo("kicked off, new user is coming\n\r");
        assertThat(first.isOpen()).isFalse();
        assertThat(second.ask("AT\r", "OK")).contains("OK");
    }

    @Test
    void bringsALongTextInSegmentsOfAnyOrder() {
        Stage stage = new Stage(builder -> builder);
        AtClient client = stage.ready(0);
        SimulatedChannel channel = stage.simulator.channel(0);
        List<UserData> segments = new ArrayList<>(channel.segments("\u041f\u0440\u0438\u0432\u0456\u0442 ".repeat(20)));
        assertThat(segments).hasSize(3);
        Collections.reverse(segments);
        channel.receiveSegments("Bank", segments);
        stage.pass(Duration.ofSeconds(1));
        client.take();
        SmsDeliver first = Submits.deliver(client.ask("AT+CMGR=1\r", "OK"), "+CMGR: 0,\"\",");
        assertThat(first.userData()).isEqualTo(segments.get(0));
        assertThat(first.originator()).isEqualTo(SmsAddress.ofName("Bank"));
    }

    @Test
    void servesAnyLineThatLeadsSomewhere() {
        ManualLoop loop = new ManualLoop();
        MemoryNetwork network = new MemoryNetwork(loop);
        PolygatorSimulator simulator =
                PolygatorSimulator.builder().inMemory(loop, network).build().switchOn();
        simulator.serve(2, network.transport("pty"));
        loop.advance(Duration.ofSeconds(3));
        LineEnd end = new LineEnd();
        Acceptor pty = network.acceptor("pty");
        assertThatCode(() -> pty.listen(() -> end)).doesNotThrowAnyException();
        loop.advance(Duration.ofSeconds(6));
        end.type("ATE0\r");
        loop.runPending();
        end.heard.setLength(0);
        end.type("AT+CNUM\r");
        loop.runPending();
        assertThat(end.heard).hasToString("\r\n+CNUM: \"\",\"+380501234503\",145\r\n\r\nOK\r\n");
        loop.advance(Duration.ofMinutes(10));
        end.heard.setLength(0);
        end.type("AT\r");
        loop.runPending();
        assertThat(end.heard).as("a device has no idle timeout").contains("OK");
        simulator.close();
        loop.runPending();
        assertThat(end.link).isNull();
    }

    /** The far end of a device. */
    private static final class LineEnd implements LinkListener {
        private final StringBuilder heard = new StringBuilder();
        private @Nullable Link link;

        void type(String text) {
            assertThat(link).isNotNull();
            if (link != null) {
                link.write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }

        @Override
        public void onOpen(Link opened) {
            link = opened;
        }

        @Override
        public void onBytes(byte[] bytes) {
            heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        @Override
        public void onClosed(LinkClosed closed) {
            link = null;
        }
    }

    @Test
    void namesTheSettingThatIsOutOfRange() {
        assertThatThrownBy(() -> PolygatorSimulator.builder().channels(257).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channels must be 1..256, was 257");
        assertThatThrownBy(() -> PolygatorSimulator.builder().pin("12").build())
                .hasMessage("pin must be 4 to 8 digits");
    }
}
