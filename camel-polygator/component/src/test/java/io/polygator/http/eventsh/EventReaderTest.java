package io.polygator.http.eventsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.message.InboundNotice;
import io.polygator.http.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final Charset KOI8_R = Charset.forName("KOI8-R");
    private static final Charset KOI8_U = Charset.forName("KOI8-U");

    private final EventReader reader = new EventReader(FirmwareCharset.KOI8_R);

    /** As the firmware's script pastes it. */
    private static String pasted(String text) {
        return "{\"SenderNumber\":\"+380501112233\", \"Message\":\"" + text.replace("\"", "\\\"")
                + "\", \"Sim\":\"0670000001\", \"channel\":\"3\", \"type\":\"sms\","
                + " \"time\":\"2024-05-06 07:08:09\", \"imsi\":\"255010000000001\", \"smsc\":\"+380672021111\"}";
    }

    private InboundNotice posted(String body, Charset charset) throws ProblemException {
        return reader.posted(body.getBytes(charset)).message(number -> "channel " + number, ZoneOffset.UTC);
    }

    private String textOf(String text) throws ProblemException {
        return posted(pasted(text), StandardCharsets.UTF_8).text();
    }

    private InboundNotice query(String query) throws ProblemException {
        return reader.query(query).message(number -> "channel " + number, ZoneOffset.UTC);
    }

    @Test
    void everyFieldOfTheJsonIsRead() throws ProblemException {
        InboundNotice notice = posted(pasted("Привет"), StandardCharsets.UTF_8);

        assertThat(notice.from()).isEqualTo("+380501112233");
        assertThat(notice.text()).isEqualTo("Привет");
        assertThat(notice.to()).contains("0670000001");
        assertThat(notice.channel()).isEqualTo("channel 3");
        assertThat(notice.imsi()).contains("255010000000001");
        assertThat(notice.sentAt()).contains(OffsetDateTime.of(2024, 5, 6, 7, 8, 9, 0, ZoneOffset.UTC));
        assertThat(notice.key()).contains("2024-05-06 07:08:09");
    }

    @Test
    void textsThatBreakTheJsonAreReadAsTheyWere() throws ProblemException {
        for (String text : new String[] {
            "two\nlines",
            "a\ttab and \u0001",
            "back\\slash \\x",
            "quoted \"word\"\nand a line",
            "ends with a backslash\\",
            "\n\",\"Sim\":\"forged",
            "{\"Message\":\"nested\"}\n",
            ""
        }) {
            assertThat(textOf(text)).isEqualTo(text);
        }
    }

    @Test
    void nothingInATextBecomesAnotherField() throws ProblemException {
        InboundNotice notice =
                posted(pasted("x\n\", \"imsi\":\"999\", \"SenderNumber\":\"+1\""), StandardCharsets.UTF_8);

        assertThat(notice.from()).isEqualTo("+380501112233");
        assertThat(notice.imsi()).contains("255010000000001");
    }

    @Test
    void numbersNeedNoQuotes() throws ProblemException {
        InboundNotice notice =
                posted("{\"SenderNumber\":380501112233,\"Message\":\"a\nb\",\"channel\":3}", StandardCharsets.UTF_8);

        assertThat(notice.from()).isEqualTo("380501112233");
        assertThat(notice.channel()).isEqualTo("channel 3");
    }

    @Test
    void rawOctetsAreReadInTheFirmwaresCharset() throws ProblemException {
        assertThat(posted(pasted("Съешь ещё этих"), KOI8_R).text()).isEqualTo("Съешь ещё этих");
        assertThat(posted(pasted("её"), KOI8_R).text()).as("looks like UTF-8").isEqualTo("её");
        assertThat(posted(pasted("її 5€ 😀"), StandardCharsets.UTF_8).text()).isEqualTo("її 5€ 😀");
        assertThat(posted(pasted("café"), StandardCharsets.UTF_8).text()).isEqualTo("café");

        EventReader ukrainian = new EventReader(FirmwareCharset.KOI8_U);
        assertThat(ukrainian
                        .posted(pasted("Привіт, ґанок і їжак є").getBytes(KOI8_U))
                        .message(number -> number, ZoneOffset.UTC)
                        .text())
                .isEqualTo("Привіт, ґанок і їжак є");
    }

    @Test
    void theQueryOfTheSampleIsNotEncoded() throws ProblemException {
        String text = new String("Кот & пёс=100%+1".getBytes(KOI8_R), StandardCharsets.ISO_8859_1);

        InboundNotice notice = query(
                "sender=+380501112233&testnum=0670000001&text=" + text + "&SMSC=+380672021111&other=255010000000001");

        assertThat(notice.text()).isEqualTo("Кот & пёс=100%+1");
        assertThat(notice.from()).isEqualTo("+380501112233");
        assertThat(notice.to()).contains("0670000001");
        assertThat(notice.imsi()).contains("255010000000001");
        assertThat(notice.key()).as("nothing tells two of them apart").isEmpty();
    }

    @Test
    void anEncodedQueryMayHaveMoreFields() throws ProblemException {
        InboundNotice notice =
                query("id=7&time=1715000000&channel=2&sender=%2B380501112233&text=%D0%9A%D0%BE%D1%82%26");

        assertThat(notice.text()).isEqualTo("Кот&");
        assertThat(notice.from()).isEqualTo("+380501112233");
        assertThat(notice.key()).contains("7");
        assertThat(notice.sentAt().orElseThrow().toEpochSecond()).isEqualTo(1715000000L);
    }

    @Test
    void callsHaveTheirOwnQueryAndType() throws ProblemException {
        FirmwareEvent call = reader.query("incomingNumber=+380501112233&testnum=0670000001&other=255010000000001");
        assertThat(call.isCall()).isTrue();
        assertThat(call.call(number -> "none").caller()).contains("+380501112233");
        assertThat(call.call(number -> "none").imsi()).contains("255010000000001");

        FirmwareEvent withheld = reader.posted(
                "{\"SenderNumber\":\"\",\"Message\":\"CALL::Incoming call\",\"type\":\"ring\",\"channel\":\"1\"}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(withheld.isCall()).isTrue();
        assertThat(withheld.call(number -> number).caller()).isEmpty();
    }

    @Test
    void aFormIsDecodedOctetByOctet() throws ProblemException {
        InboundNotice notice = posted(
                "id=7&at=1715000000&time=&SenderNumber=%2B380501112233&Message=%eb%cf%d4+%0A",
                StandardCharsets.US_ASCII);

        assertThat(notice.text()).isEqualTo("Кот \n");
        assertThat(notice.sentAt().orElseThrow().toEpochSecond()).isEqualTo(1715000000L);
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertThatThrownBy(() -> reader.posted("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reader.posted(new byte[0])).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> reader.posted(new byte[EventReader.LONGEST + 1]))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("16384");
        assertThatThrownBy(() -> reader.query("page=1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> query("text=hello"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("sender");
    }

    @Test
    void theLongestJsonOfNothingButBeginningsIsRefusedToo() {
        String hostile = "{" + "\"Message\":\"".repeat(1_400);

        assertThatThrownBy(() -> reader.posted(hostile.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anEventPrintsNeitherNumberNorText() throws ProblemException {
        assertThat(reader.posted(pasted("secret").getBytes(StandardCharsets.UTF_8))
                        .toString())
                .contains("TEXT")
                .doesNotContain("secret", "38050");
    }
}
