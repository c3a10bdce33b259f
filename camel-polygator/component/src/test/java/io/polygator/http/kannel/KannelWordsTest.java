package io.polygator.http.kannel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.MessageState;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.http.kannel.SmsService.Action;
import io.polygator.http.kannel.SmsService.AnswerHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters, memos, states, services and answers. */
class KannelWordsTest {

    @Test
    void parametersAreOctetsAndTheFirstOfANameCounts() {
        KannelParameters parameters = KannelParameters.ofQuery("a=%00%ff+b&a=2&empty=&bare&n=+12abc&bad=%4&x%31=y");

        assertThat(parameters.octets("a")).contains(Octets.ofHex("00FF2062"));
        assertThat(parameters.text("empty")).contains("");
        assertThat(parameters.filled("empty")).isEmpty();
        assertThat(parameters.octets("bare")).isEmpty();
        assertThat(parameters.number("n")).hasValue(12);
        assertThat(parameters.number("a")).isEmpty();
        assertThat(parameters.text("bad")).contains("%4");
        assertThat(parameters.text("missing", "x1")).contains("y");
        assertThat(KannelParameters.ofQuery("n=999999999999").number("n")).hasValue(Integer.MAX_VALUE);
        assertThat(KannelParameters.ofQuery("password=secret").toString()).doesNotContain("secret");
    }

    @Test
    void headersAndXmlCarryTheSameParameters() {
        KannelParameters headers = KannelHeaders.read(
                Map.of("X-Kannel-To", "1", "X-Kannel-UDH", "03700100", "x-kannel-mclass", "0"),
                "text/plain; charset=\"KOI8-R\"",
                Octets.ofHex("F0"));
        KannelParameters xml = KannelXml.read(("<message><submit><da><number>1</number></da><da><number>2</number></da>"
                        + "<udh>03700100</udh><ud>a%20b+c</ud><dcs><mclass>0</mclass></dcs></submit></message>")
                .getBytes(UTF_8));

        assertThat(headers.text("to")).contains("1");
        assertThat(headers.octets("udh")).contains(Octets.ofHex("03700100"));
        assertThat(headers.text("charset")).contains("KOI8-R");
        assertThat(headers.number("mclass")).hasValue(0);
        assertThat(headers.number("coding")).hasValue(0);
        assertThat(xml.text("to")).contains("1 2");
        assertThat(xml.octets("udh")).contains(Octets.ofHex("03700100"));
        assertThat(xml.text("text")).contains("a b c");
        assertThat(KannelHeaders.isOne("x-KANNEL-from")).isTrue();
    }

    @Test
    void xmlReadsNoEntityOfAnotherFileAndNoHugeOne() {
        String entity =
                "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><message><submit><ud>&e;</ud></submit>"
                        + "</message>";

        assertThat(KannelXml.read(entity.getBytes(UTF_8)).filled("text")).isEmpty();
        assertThat(KannelXml.read(("<a>".repeat(100) + "</a>".repeat(100)).getBytes(UTF_8))
                        .text("text"))
                .isEmpty();
        assertThat(KannelXml.read("<!DOCTYPE m [ \u0001 ]><message/>".getBytes(UTF_8))
                        .text("text"))
                .isEmpty();
    }

    @Test
    void aMemoIsReadBackAndOthersAreNot() {
        DlrMemo memo = new DlrMemo(3, "http://a/?d=%d", "shop", "acc", "", "m");

        assertThat(DlrMemo.decode(memo.encode().orElseThrow())).contains(memo);
        assertThat(DlrMemo.decode("{\"receipts\":[]}")).isEmpty();
        assertThat(DlrMemo.decode("{\"dlrMask")).isEmpty();
        assertThat(new DlrMemo(0, "http://a", "", "", "", "").encode()).isEmpty();
        assertThat(new DlrMemo(3, "", "", "", "", "").encode()).isEmpty();
        assertThat(memo.wants(Dlr.FAILED)).isTrue();
        assertThat(memo.wants(Dlr.ACCEPTED)).isFalse();
        assertThat(new DlrMemo(24, "", "", "", "", "").wantsReport()).isFalse();
        assertThat(memo.toString()).doesNotContain("http", "shop");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,OPEN,true,,ACCEPTED",
        "ACCEPTED,FINAL,false,,ACCEPTED",
        "ACCEPTED,FINAL,true,,",
        "ACCEPTED,OPEN,true,0x22,BUFFERED",
        "ACCEPTED,OPEN,true,0x00,ACCEPTED",
        "DELIVERED,FINAL,true,0x00,DELIVERED",
        "DELIVERED,LATE,true,0x00,",
        "FAILED,FINAL,true,0x43,FAILED",
        "FAILED,FINAL,true,,REJECTED",
        "EXPIRED,FINAL,true,0x46,FAILED",
        "EXPIRED,FINAL,true,,REJECTED",
        "CANCELLED,FINAL,true,,REJECTED",
        "UNCONFIRMED,OPEN,true,,",
        "UNCONFIRMED,FINAL,true,,BUFFERED",
        "QUEUED,OPEN,true,,",
    })
    void statesAreToldInKannelsWords(
            MessageState state, Finality finality, boolean requested, Integer status, Dlr expected) {
        Optional<DeliveryStatus> reported = Optional.ofNullable(status).map(DeliveryStatus::new);

        assertThat(Dlrs.of(state, finality, requested, reported)).isEqualTo(Optional.ofNullable(expected));
    }

    private static SmsService service(String name, List<String> keywords, boolean catchAll, List<String> channels) {
        return new SmsService(
                name,
                keywords,
                catchAll,
                new Action.Answer("x"),
                1,
                true,
                false,
                channels,
                false,
                AnswerHeaders.IGNORED);
    }

    @Test
    void aServiceTakesItsKeywordAndTheDefaultOneTheRest() {
        List<SmsService> services = List.of(
                service("default", List.of(), false, List.of()),
                service("exact", List.of("Stop"), false, List.of()),
                service("open", List.of("go", "run"), true, List.of("g1")));

        assertThat(found(services, "STOP", "g1")).isEqualTo("exact");
        assertThat(found(services, " stop ", "g1")).isEqualTo("exact");
        assertThat(found(services, "stop it", "g1")).isEqualTo("default");
        assertThat(found(services, "run away", "g1")).isEqualTo("open");
        assertThat(found(services, "go", "g2")).isEqualTo("default");
        assertThat(found(services, "", "g1")).isEqualTo("default");
        assertThat(SmsService.find(services.subList(1, 3), "what", "g1")).isEmpty();
        assertThatThrownBy(() -> new SmsService(
                        "bad",
                        List.of(),
                        true,
                        new Action.Answer("x"),
                        -1,
                        true,
                        true,
                        List.of(),
                        false,
                        AnswerHeaders.IGNORED))
                .hasMessageContaining("max-messages of service bad");
    }

    private static String found(List<SmsService> services, String text, String channel) {
        return SmsService.find(services, text, channel).orElseThrow().name();
    }

    private static SmsService answering(int maxMessages, boolean concatenation, boolean omitEmpty) {
        return new SmsService(
                "s",
                List.of(),
                true,
                new Action.Answer("x"),
                maxMessages,
                concatenation,
                omitEmpty,
                List.of(),
                false,
                AnswerHeaders.IGNORED);
    }

    @Test
    void answersAreCutToWhatTheServiceAllows() {
        String text = "x".repeat(159) + "[" + "y".repeat(400);

        assertThat(ServiceAnswer.messages(answering(0, true, true), text)).isEmpty();
        assertThat(ServiceAnswer.messages(answering(1, true, true), text)).containsExactly("x".repeat(159));
        assertThat(ServiceAnswer.messages(answering(2, true, true), text).get(0))
                .hasSize(305);
        assertThat(ServiceAnswer.messages(answering(3, false, true), text))
                .containsExactly("x".repeat(159), "[" + "y".repeat(158), "y".repeat(160));
        assertThat(ServiceAnswer.messages(answering(1, true, true), "\ud83d\udc4b".repeat(40))
                        .get(0))
                .isEqualTo("\ud83d\udc4b".repeat(35));
        assertThat(ServiceAnswer.messages(answering(1, true, true), " ")).isEmpty();
        assertThat(ServiceAnswer.messages(answering(1, true, false), ""))
                .containsExactly("<Empty reply from service provider>");
    }

    @Test
    void answersAreReadByTheirType() {
        assertThat(ServiceAnswer.text("text/plain; charset=UTF-8", "a <b>")).isEqualTo("a <b>");
        assertThat(ServiceAnswer.text("text/html", "<p>a\n <b>&lt;b&gt;</b> &amp;amp;</p>"))
                .isEqualTo("a <b> &amp;");
        assertThat(ServiceAnswer.text("image/png", "x"))
                .isEqualTo("Result could not be represented as an SMS message.");
        assertThat(ServiceAnswer.text("", "")).isEmpty();
    }

    @Test
    void whoIsLeftOutIsNamedWithoutMarkup() {
        SendSmsResult taken = SendSmsResult.accepted("1");
        SendSmsResult busy = SendSmsResult.refused("2", KannelAnswer.TRY_LATER, 5);
        SendSmsResult wrong = SendSmsResult.refused("3", KannelAnswer.RECIPIENTS_DENIED, 0);

        assertThat(SendSmsResult.answer(List.of(taken), List.of(), KannelAnswer.QUEUED))
                .isEqualTo(KannelAnswer.QUEUED);
        assertThat(SendSmsResult.answer(List.of(taken, busy), List.of("<b>"), KannelAnswer.ACCEPTED)
                        .text())
                .isEqualTo("0: Accepted for delivery Denied receivers are: ?b? 2");
        assertThat(SendSmsResult.answer(List.of(wrong, busy), List.of(), KannelAnswer.ACCEPTED))
                .isEqualTo(KannelAnswer.TRY_LATER);
        assertThat(SendSmsResult.retryAfter(List.of(wrong, busy))).isEqualTo(5);
        assertThat(SendSmsResult.retryAfter(List.of(taken, busy))).isZero();
    }

    @Test
    void addressesAreTakenAsPeopleWriteThem() {
        assertThat(WebAddress.parse("http://a/x y?t=2026-11-22+20:04&q=[1]|\u00e9&p=100%")
                        .toString())
                .isEqualTo("http://a/x%20y?t=2026-11-22+20:04&q=%5B1%5D%7C%C3%A9&p=100%25");
        assertThat(WebAddress.parse("http://[::1]:8080/%41").toString()).isEqualTo("http://[::1]:8080/%41");
        assertThatThrownBy(() -> WebAddress.parse("http://secret[")).hasMessageNotContaining("secret");
    }
}
