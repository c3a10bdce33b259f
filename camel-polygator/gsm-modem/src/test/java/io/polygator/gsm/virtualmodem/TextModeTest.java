package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TextModeTest {
    private static final String FROM = "07918350000005F0";
    private static final String HELLO = FROM + "040C9183051032547600006210311052638005E8329BFD06";
    private static final String UCS2 = FROM + "040C91830510325476000862103110526380040416043A";
    private static final String NAMED = FROM + "040BD0F7FBDD454E8700006210311052638005E8329BFD06";
    private static final String SEGMENT = FROM + "440C9183051032547600006210311052638009050003AA0201D052";
    private static final String REPORT = FROM + "06070C91830510325476621031105263806210311052738000";
    private static final String SUBMIT = "0011000C918360173254760000A705E8329BFD06";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/virtualmodem/text-mode-submit.csv",
            delimiter = '|',
            quoteCharacter = '\0',
            numLinesToSkip = 1)
    void composesMessages(String name, String settings, String destination, String typed, String outcome) {
        Bench bench = textMode(Optional.ofNullable(settings).map(s -> ";" + s).orElse(""));
        bench.type("AT+CMGS=" + destination + "\r");
        String text =
                Optional.ofNullable(typed).orElse("").replace("<11>", "\u0011").replace("<0D>", "\r");
        bench.server.receive((text + "\u001a").getBytes(ISO_8859_1));
        bench.loop.advance(BenchModem.SEND_TIME);
        if (outcome.length() == 3) {
            assertThat(bench.said()).isEqualTo("\r\n+CMS ERROR: " + outcome + "\r\n");
            assertThat(bench.modem.happened).isEmpty();
        } else {
            assertThat(bench.modem.happened).containsExactly("sent " + outcome);
            assertThat(bench.said()).endsWith("\r\n+CMGS: 7\r\n\r\nOK\r\n");
        }
    }

    @Test
    void invitesToEveryLineOfAText() {
        Bench bench = textMode("");
        assertThat(bench.type("AT+CMGS=\"+380671234567\"\r")).isEqualTo("\r\n> ");
        assertThat(bench.type("first\r")).isEqualTo("\r\n> ");
        assertThat(bench.type("\u001b")).isEqualTo("\r\nOK\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                HELLO + "|+CMT: \"+385001234567\",,\"26/01/13,01:25:36+08\"\\nhello",
                UCS2 + "|+CMT: \"+385001234567\",,\"26/01/13,01:25:36+08\"\\n0416043A",
                NAMED + "|+CMT: \"www.di\",,\"26/01/13,01:25:36+08\"\\nhello",
                SEGMENT + "|+CMT: \"+385001234567\",,\"26/01/13,01:25:36+08\"\\n050003AA0201D052",
                REPORT + "|+CDS: 6,7,\"+385001234567\",145,\"26/01/13,01:25:36+08\",\"26/01/13,01:25:37+08\",0",
                "0004FFFF|+CMT: \"\",,\"\"\\n04FFFF"
            })
    void showsWhatComesIn(String pdu, String shown) {
        Bench bench = textMode(";+CNMI=2,2,0,1,0");
        bench.server.deliver(IncomingTpdu.of(PortBench.frame(pdu)), result -> {});
        assertThat(bench.said()).isEqualTo("\r\n" + shown.replace("\\n", "\r\n") + "\r\n");
    }

    @Test
    void showsAllFieldsWhenAskedTo() {
        Bench bench = textMode(";+CSDH=1;+CNMI=2,2,0,1,0");
        bench.server.deliver(IncomingTpdu.of(PortBench.frame(HELLO)), result -> {});
        assertThat(bench.said())
                .isEqualTo("\r\n+CMT: \"+385001234567\",,\"26/01/13,01:25:36+08\",145,4,0,0,\"+38050000500\",145,5"
                        + "\r\nhello\r\n");
    }

    @Test
    void listsAndReadsByWords() {
        Bench bench = textMode("");
        bench.modem.put(MessageStatus.RECEIVED_UNREAD, PortBench.frame(HELLO));
        bench.modem.put(MessageStatus.STORED_UNSENT, PortBench.frame(SUBMIT));
        bench.modem.put(MessageStatus.RECEIVED_READ, PortBench.frame(REPORT));
        assertThat(bench.type("AT+CMGL=\"REC UNREAD\",1\r"))
                .isEqualTo("\r\n+CMGL: 1,\"REC UNREAD\",\"+385001234567\",,\"26/01/13,01:25:36+08\"\r\nhello\r\n"
                        + "\r\nOK\r\n");
        assertThat(bench.type("AT+CMGL=\"ALL\"\r"))
                .contains(
                        "+CMGL: 1,\"REC UNREAD\",",
                        "\r\n+CMGL: 2,\"STO UNSENT\",\"+380671234567\",,\r\nhello",
                        "\r\n+CMGL: 3,\"REC READ\",6,7,\"+385001234567\",145,");
        assertThat(bench.type("AT+CMGL\r")).as("now read").isEqualTo("\r\nOK\r\n");
        assertThat(bench.type("AT+CSDH=1;+CMGR=2\r"))
                .isEqualTo("\r\n+CMGR: \"STO UNSENT\",\"+380671234567\",,145,17,0,0,167,\"\",129,5\r\nhello\r\n"
                        + "\r\nOK\r\n");
        assertThat(bench.type("AT+CMGR=1\r"))
                .startsWith("\r\n+CMGR: \"REC READ\",\"+385001234567\",,\"26/01/13,01:25:36+08\",145,4,0,0,");
        assertThat(bench.type("AT+CMGL=\"NONE\"\r")).isEqualTo("\r\n+CMS ERROR: 305\r\n");
        assertThat(bench.type("AT+CMGL=?\r"))
                .contains("(\"REC UNREAD\",\"REC READ\",\"STO UNSENT\",\"STO SENT\",\"ALL\")");
    }

    @Test
    void writesNowAndSendsLaterToSomebodyElse() {
        Bench bench = textMode("");
        bench.type("AT+CMGW\r");
        assertThat(bench.type("hello\u001a")).isEqualTo("\r\n+CMGW: 1\r\n\r\nOK\r\n");
        bench.type("AT+CMSS=1,\"+380671234567\"\r");
        bench.loop.advance(BenchModem.SEND_TIME);
        assertThat(bench.said()).isEqualTo("\r\n+CMSS: 7\r\n\r\nOK\r\n");
        assertThat(bench.modem.happened).containsExactly("sent " + SUBMIT.substring(2));
        assertThat(bench.type("AT+CMGW=\"+380671234567\",145,\"REC READ\"\r")).isEqualTo("\r\n+CMS ERROR: 305\r\n");
    }

    @Test
    void keepsTheParametersThatAreLeftOut() {
        Bench bench = textMode("");
        assertThat(bench.type("AT+CSMP?\r")).startsWith("\r\n+CSMP: 17,167,0,0\r\n");
        assertThat(bench.type("AT+CSMP=,,,8;+CSAS;+CSMP=49,\"26/03/01,12:00:00+08\";+CSMP?\r"))
                .startsWith("\r\n+CSMP: 49,\"26/03/01,12:00:00+08\",0,8\r\n");
        assertThat(bench.type("AT+CRES;+CSMP?\r")).startsWith("\r\n+CSMP: 17,167,0,8\r\n");
    }

    /** What one client types, another one reads. */
    @Property(tries = 300)
    void readsBackWhatWasTyped(
            @ForAll CharacterSet characterSet,
            @ForAll @StringLength(max = 70) @CharRange(from = 'a', to = 'z') @CharRange(from = ' ', to = '?')
                    String text,
            @ForAll @IntRange(max = 255) int protocol) {
        String plain = text.replace('$', 'x').replace('"', 'y');
        String typed = characterSet.shown(Gsm7.encode(plain).orElseThrow());
        TextParameters parameters = new TextParameters(
                17, new ValidityPeriod.Relative(protocol), new ProtocolIdentifier(protocol), new DataCodingScheme(0));
        SmsSubmit submit = TextModeSubmit.compose(
                        SmsAddress.ofDestination("+380671234567"), parameters, characterSet, typed)
                .orElseThrow();
        PduModeFrame frame = VirtualRadio.Submission.of(submit).frame();
        String shown =
                new TextModeWriter(characterSet, true).read(new StoredMessage(1, MessageStatus.STORED_SENT, frame));
        assertThat(submit.userData().text()).contains(plain);
        assertThat(shown).endsWith("\r\n" + typed);
    }

    /** Whatever was delivered can be shown in every character set. */
    @Property(tries = 300)
    void showsWhateverWasDelivered(@ForAll byte[] octets, @ForAll CharacterSet characterSet) {
        byte[] tpdu = Arrays.copyOf(octets, Math.min(octets.length, 160));
        IncomingTpdu incoming = IncomingTpdu.of(new PduModeFrame(Optional.empty(), Octets.copyOf(tpdu)));
        String shown = new TextModeWriter(characterSet, true).handedOver(incoming);
        assertThat(shown).matches("(?s)\\+(CMT|CDS): .*");
    }

    private static Bench textMode(String settings) {
        Bench bench = Bench.quiet();
        bench.type("AT+CMGF=1" + settings + "\r");
        return bench;
    }
}
