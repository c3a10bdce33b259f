package io.polygator.http.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.Origin;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendSmsReaderTest {
    private final SendSmsReader reader = new SendSmsReader();

    private SendSms read(String query) throws KannelRefusedException {
        return reader.read(KannelParameters.ofQuery(query));
    }

    private MessageBody body(String query) throws KannelRefusedException {
        List<MessageBody> bodies = read("to=1&" + query).content().bodies();
        assertThat(bodies).hasSize(1);
        return bodies.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text=x|Missing receiver number, rejected",
                "to=|Empty receiver number not allowed, rejected",
                "to=seven|Number(s) has/have been denied by white- and/or black-lists.",
                "to=1&udh=%07%01|UDH field misformed, rejected",
                "to=1&account=%5Bx|Account field misformed or too long, rejected",
                "to=1&dlr-url=ftp://x|DLR-URL field misformed, rejected",
                "to=1&dlr-mask=67|DLR-Mask field misformed, rejected",
                "to=1&mclass=4|MClass field misformed, rejected",
                "to=1&pid=256|PID field misformed, rejected",
                "to=1&rpi=3|RPI field misformed, rejected",
                "to=1&alt-dcs=2|Alt-DCS field misformed, rejected",
                "to=1&mwi=8|MWI field misformed, rejected",
                "to=1&coding=3|Coding field misformed, rejected",
                "to=1&compress=2|Compress field misformed, rejected",
                "to=1&validity=-2|Validity field misformed, rejected",
                "to=1&deferred=-2|Deferred field misformed, rejected",
                "to=1&priority=4|Priority field misformed, rejected",
                "to=1&charset=KLINGON&text=x|Charset or body misformed, rejected",
                "to=seven&mclass=4&coding=9|Number(s) has/have been denied by white- and/or black-lists.",
            })
    void theFirstWrongFieldIsAnsweredAsInKannel(String query, String answer) {
        KannelRefusedException refused = catchThrowableOfType(KannelRefusedException.class, () -> read(query));

        assertThat(refused.answer()).isEqualTo(new KannelAnswer(400, answer));
    }

    @Test
    void everyFieldArrives() throws Exception {
        SendSms request =
                read("to=%2B1+2+2&from=shop&text=x&smsc=g1&dlr-mask=31&dlr-url=http://a/%25d&account=acc&binfo=b"
                        + "&meta-data=m&validity=60&deferred=2&priority=3&pid=65&rpi=1&mclass=0");

        assertThat(request.recipients()).containsExactly("+1", "2");
        assertThat(request.from()).contains("shop");
        assertThat(request.smsc()).contains("g1");
        assertThat(request.dlr()).isEqualTo(new DlrMemo(31, "http://a/%d", "shop", "acc", "b", "m"));
        assertThat(request.validity()).contains(Duration.ofHours(1));
        assertThat(request.deferred()).contains(Duration.ofMinutes(2));
        assertThat(request.priority()).isEqualTo(3);
        assertThat(request.protocolIdentifier()).isEqualTo(65);
        assertThat(request.replyPath()).isTrue();
        assertThat(request.content().messageClass()).hasValue(0);
        assertThat(request.content().bodies()).containsExactly(new MessageBody.Text("x"));
        assertThat(request.toString()).doesNotContain("shop", "http");
    }

    @Test
    void textsAreReadInTheirCharset() throws Exception {
        assertThat(body("text=caf%C3%A9")).isEqualTo(new MessageBody.Text("caf\u00e9"));
        assertThat(body("text=caf%E9")).isEqualTo(new MessageBody.Text("caf\u00e9"));
        assertThat(body("charset=KOI8-R&text=%F0%D2")).isEqualTo(new MessageBody.Text("\u041f\u0440"));
        assertThat(body("coding=2&text=%04%1F")).isEqualTo(new MessageBody.Text("\u041f"));
        assertThat(read("to=1&coding=2&text=%04%1F").content().encoding()).isEqualTo(Encoding.UCS2);
    }

    @Test
    void whatIsNoPlainTextIsMadeReady() throws Exception {
        assertThat(prepared("mwi=0&text=x").scheme().value()).isEqualTo(0xD8);
        assertThat(prepared("mwi=5").scheme().value()).isEqualTo(0xC1);
        assertThat(prepared("mwi=1&coding=2&text=%04%1F").scheme().value()).isEqualTo(0xE9);
        assertThat(prepared("mwi=6&coding=2&text=%04%1F").scheme().value()).isEqualTo(0xE2);
        assertThat(prepared("alt-dcs=1&text=x").scheme().value()).isEqualTo(0xF1);
        assertThat(prepared("alt-dcs=1&coding=1&mclass=2&text=x").scheme().value())
                .isEqualTo(0xF6);
        assertThat(prepared("udh=%03%70%01%00&text=%01").userData().units()).isEqualTo(Octets.ofHex("01"));
        assertThat(prepared("udh=%03%70%01%00&coding=0&text=%D0%9F").userData().units())
                .isEqualTo(Octets.ofHex("041F"));
        assertThat(prepared("coding=2&text=%04%1F%04").userData().units()).isEqualTo(Octets.ofHex("041F04"));
        assertThat(prepared("").userData().units().isEmpty()).isTrue();
        assertThat(body("coding=1&text=%00%FF"))
                .isInstanceOfSatisfying(MessageBody.Data.class, data -> assertThat(data.octets())
                        .isEqualTo(Octets.ofHex("00FF")));
    }

    private MessageBody.Prepared prepared(String query) throws KannelRefusedException {
        return (MessageBody.Prepared) body(query);
    }

    @Test
    void aTextThatDoesNotFitBehindItsHeaderIsCutBetweenCharacters() throws Exception {
        List<MessageBody> bodies = read("to=1&udh=%03%70%01%00&coding=0&text=" + "%5B".repeat(100))
                .content()
                .bodies();

        assertThat(bodies).hasSize(2);
        for (int index = 0; index < 2; index++) {
            MessageBody.Prepared segment = (MessageBody.Prepared) bodies.get(index);
            Concatenation place = Concatenation.in(segment.userData().header()).orElseThrow();
            assertThat(place.total()).isEqualTo(2);
            assertThat(place.sequence()).isEqualTo(index + 1);
            assertThat(segment.userData().text().orElseThrow()).matches("\\[+");
        }
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(catchThrowableOfType(
                                KannelRefusedException.class,
                                () -> read("to=1&udh=%03%70%01%00&text=" + "x".repeat(2000)))
                        .answer()
                        .text())
                .isEqualTo("Text field is too long, rejected");
        assertThat(catchThrowableOfType(
                                KannelRefusedException.class,
                                () -> read("to=1&dlr-mask=1&dlr-url=http://a/" + "x".repeat(Origin.LONGEST_CONTEXT)))
                        .answer()
                        .text())
                .isEqualTo("DLR-URL field is too long, rejected");
        assertThat(catchThrowableOfType(KannelRefusedException.class, () -> read("to=" + manyNumbers()))
                        .answer()
                        .text())
                .isEqualTo("Too many receiver numbers, rejected");
    }

    private static String manyNumbers() {
        StringBuilder numbers = new StringBuilder();
        for (int number = 0; number <= 500; number++) {
            numbers.append(number).append('+');
        }
        return numbers.toString();
    }
}
