package io.polygator.smpp.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.Strictness;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.esme.SubmitRequest;
import io.polygator.smpp.wire.Pdu;
import io.polygator.smpp.wire.PduException;
import io.polygator.smpp.wire.Tlvs;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** data_coding, headers and times of submissions. */
class BodiesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private EsmeProfile profile = EsmeProfile.of("shop");
    private InterfaceVersion version = InterfaceVersion.V3_4;

    private SubmitRequest read(int esmClass, int dataCoding, byte[] message) throws PduException {
        return read(esmClass, dataCoding, message, "", "");
    }

    private SubmitRequest read(int esmClass, int dataCoding, byte[] message, String schedule, String validity)
            throws PduException {
        Pdu.Submission pdu = new Pdu.Submission(
                "",
                new EsmeAddress(2, 1, "1234"),
                List.of(new EsmeAddress(1, 1, "380671234567")),
                List.of(),
                esmClass,
                0,
                0,
                schedule,
                validity,
                0,
                0,
                dataCoding,
                0,
                Octets.copyOf(message),
                Tlvs.none());
        return new SubmissionReader(version, profile, NOW).submitSm(pdu);
    }

    private String text(int dataCoding, byte[] message) throws PduException {
        return ((SubmitBody.Text) read(0, dataCoding, message).body()).text();
    }

    private void refuses(CommandStatus status, int esmClass, int dataCoding, byte[] message) {
        assertThatExceptionOfType(PduException.class)
                .isThrownBy(() -> read(esmClass, dataCoding, message))
                .extracting(PduException::status)
                .isEqualTo(status);
    }

    private static byte[] hex(String digits) {
        return Octets.ofHex(digits).toByteArray();
    }

    @ParameterizedTest(name = "data_coding {0}: {1}")
    @CsvSource({
        "0x01, ~plain~, US-ASCII",
        "0x03, Füße £5, ISO-8859-1",
        "0x05, こんにちは, ISO-2022-JP",
        "0x06, Привет, ISO-8859-5",
        "0x07, שלום, ISO-8859-8",
        "0x08, Привіт 👍, UTF-16BE",
        "0x0A, こんにちは, ISO-2022-JP",
        "0x0D, 丂丄, JIS_X0212-1990",
        "0x0E, 안녕, EUC-KR"
    })
    void everyCharacterSetIsReadAsItself(String dataCoding, String text, String charset) throws PduException {
        assertThat(text(Integer.decode(dataCoding), text.getBytes(Charset.forName(charset))))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GSM7_UNPACKED, 00111B65, @_€",
        "GSM7_PACKED, C8329BFD06, Hello",
        "GSM7_PACKED, E8329BFD06, hello",
        "LATIN1, 40A3FC, @£ü",
        "ASCII, 407E, @~",
        "UTF8, E282AC, €"
    })
    void dataCodingZeroIsWhatTheAccountSays(DefaultAlphabet alphabet, String hex, String text) throws PduException {
        profile = profile.with(profile.deliveries().withAlphabet(alphabet));

        assertThat(text(0, hex(hex))).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(DefaultAlphabet.class)
    void whatCannotBeReadIsRefusedAndNotGuessed(DefaultAlphabet alphabet) throws PduException {
        profile = profile.with(profile.deliveries().withAlphabet(alphabet));
        switch (alphabet) {
            case GSM7_UNPACKED, ASCII, UTF8 -> refuses(CommandStatus.RSUBMITFAIL, 0, 0, hex("41FF"));
            case GSM7_PACKED, LATIN1 -> assertThat(text(0, hex("41FF"))).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "data_coding {0} {1} {2}: {3}")
    @CsvSource({
        "0x0B, STRICT, V3_4, 0x45",
        "0x0B, STRICT, V5_0, 0x104",
        "0x10, STRICT, V3_4, 0x45",
        "0x7F, STRICT, V3_4, 0x45",
        "0xE0, STRICT, V3_4, 0x45"
    })
    void reservedValuesAreRefusedStrictly(
            String dataCoding, Strictness strictness, InterfaceVersion session, String status) {
        version = session;
        profile = profile.with(profile.binds().withStrictness(strictness));

        refuses(new CommandStatus(Integer.decode(status)), 0, Integer.decode(dataCoding), hex("4142"));
    }

    @Test
    void reservedValuesAreReadAsTheDefaultLeniently() throws PduException {
        assertThat(text(0x0B, hex("4142"))).isEqualTo("AB");
        SubmitBody.Text flash =
                (SubmitBody.Text) read(0, 0x18, "Привіт".getBytes(UTF_16BE)).body();
        assertThat(flash.text()).isEqualTo("Привіт");
        assertThat(flash.messageClass()).hasValue(0);
    }

    @ParameterizedTest(name = "data_coding {0}")
    @CsvSource({"0xE0", "0xE8", "0xEB", "0xEF"})
    void messageWaitingInUcs2ReachesTheAirAsItIsLeniently(String dataCoding) throws PduException {
        SubmitBody.Prepared body = (SubmitBody.Prepared)
                read(0, Integer.decode(dataCoding), "Привіт".getBytes(UTF_16BE)).body();

        assertThat(body.dataCodingScheme().value()).isEqualTo(Integer.decode(dataCoding));
        assertThat(body.userData().alphabet()).isEqualTo(Alphabet.UCS2);
        assertThat(body.userData().text()).contains("Привіт");
        refuses(CommandStatus.RINVMSGLEN, 0, Integer.decode(dataCoding), hex("041F04"));
    }

    @ParameterizedTest
    @CsvSource({"0x02", "0x04", "0x09"})
    void dataStaysAsItIs(String dataCoding) throws PduException {
        SubmitBody body = read(0, Integer.decode(dataCoding), hex("00FF80")).body();

        assertThat(((SubmitBody.Data) body).octets()).isEqualTo(Octets.ofHex("00FF80"));
    }

    @Test
    void halfACharacterIsRefused() {
        refuses(CommandStatus.RINVMSGLEN, 0, 8, hex("041F04"));
        refuses(CommandStatus.RINVMSGLEN, 0x40, 8, hex("050003010201" + "041F04"));
    }

    @ParameterizedTest(name = "data_coding {0}")
    @CsvSource({"0xC8, GSM7", "0xD1, GSM7", "0xF0, GSM7", "0xF2, GSM7", "0xF5, OCTETS"})
    void waitingAndClassReachTheAirAsTheyAre(String dataCoding, Alphabet alphabet) throws PduException {
        SubmitBody.Prepared body = (SubmitBody.Prepared)
                read(0, Integer.decode(dataCoding), hex("6869")).body();

        assertThat(body.dataCodingScheme().value()).isEqualTo(Integer.decode(dataCoding));
        assertThat(body.userData().alphabet()).isEqualTo(alphabet);
        assertThat(body.userData().units()).isEqualTo(Octets.ofHex("6869"));
    }

    @Test
    void aFlashTextOfManySegmentsIsLeftToTheEngine() throws PduException {
        SubmitBody.Text body =
                (SubmitBody.Text) read(0, 0xF0, "x".repeat(200).getBytes(UTF_8)).body();

        assertThat(body.messageClass()).hasValue(0);
        refuses(CommandStatus.RINVMSGLEN, 0, 0xC8, "x".repeat(200).getBytes(UTF_8));
    }

    @Test
    void segmentsOfKannelKeepTheirHeader() throws PduException {
        SubmitBody.Prepared body = (SubmitBody.Prepared)
                read(0x43, 0, hex("050003040301" + "3030302e".repeat(38))).body();

        assertThat(body.concatenation()).contains(new Concatenation(ConcatReference.ofEightBits(4), 3, 1));
        assertThat(body.userData().alphabet()).isEqualTo(Alphabet.GSM7);
        assertThat(body.userData().units().length()).isEqualTo(152);
    }

    @Test
    void dataForAPortKeepsItsHeader() throws PduException {
        SubmitBody.Prepared body =
                (SubmitBody.Prepared) read(0x43, 4, hex("0605040b8423f00102ff")).body();

        assertThat(body.ports()).contains(new Ports(0x0B84, 0x23F0));
        assertThat(body.userData().units()).isEqualTo(Octets.ofHex("0102FF"));
        assertThat(body.concatenation()).isEmpty();
    }

    @Test
    void packedTextBehindAHeaderStartsOnASeptet() throws PduException {
        profile = profile.with(profile.deliveries().withAlphabet(DefaultAlphabet.GSM7_PACKED));

        SubmitBody.Prepared body = (SubmitBody.Prepared)
                read(0x40, 0, hex("050003010201" + "D06536FB0D")).body();

        assertThat(body.userData().text()).contains("hello");
    }

    @Test
    void aHeaderThatRunsPastTheEndIsRefused() {
        refuses(CommandStatus.RINVESMCLASS, 0x40, 4, hex("0500030102"));
        refuses(CommandStatus.RINVESMCLASS, 0x40, 4, new byte[0]);
    }

    @Test
    void aSegmentMustFitIntoOneShortMessage() throws PduException {
        assertThat(read(0x40, 0, hex("050003010201" + "78".repeat(153))).body())
                .isInstanceOf(SubmitBody.Prepared.class);
        refuses(CommandStatus.RINVMSGLEN, 0x40, 0, hex("050003010201" + "78".repeat(154)));
        refuses(CommandStatus.RINVMSGLEN, 0x40, 4, hex("050003010201" + "78".repeat(135)));
    }

    @ParameterizedTest(name = "{1} letters in {0}: {2} segments")
    @CsvSource({
        "0, 160, 1",
        "0, 161, 2",
        "3, 160, 1",
        "3, 254, 2",
        "8, 70, 1",
        "8, 71, 2",
        "8, 127, 2",
        "4, 140, 1",
        "4, 141, 2"
    })
    void segmentsAreCounted(int dataCoding, int letters, int segments) throws PduException {
        byte[] message = dataCoding == 8
                ? "я".repeat(letters).getBytes(UTF_16BE)
                : "x".repeat(letters).getBytes(ISO_8859_1);

        assertThat(read(0, dataCoding, message).options().segments()).isEqualTo(segments);
    }

    @Test
    void anAccountMayHaveALimitOfSegments() throws PduException {
        profile = profile.with(profile.submits().withMostSegments(1));

        assertThat(read(0, 3, new byte[10]).options().segments()).isEqualTo(1);
        refuses(CommandStatus.RINVMSGLEN, 0, 3, "x".repeat(161).getBytes(ISO_8859_1));
    }

    @ParameterizedTest(name = "schedule {0}, validity {1}: {2}")
    @CsvSource({
        "'', '', 0",
        "261126120000000+, '', 0",
        "261126130000000+, 261126140000000+, 0",
        "261126150000000+, 261126140000000+, 0x61",
        "'', 261126120000000+, 0x62",
        "'', 261126115959000+, 0x62",
        "'', 000000000000000R, 0x62",
        "000001000000000R, 000002000000000R, 0",
        "26112613000000x+, '', 0x61"
    })
    void scheduleAndValidityFitTogether(String schedule, String validity, String status) {
        int expected = Integer.decode(status);
        int actual;
        try {
            SubmitRequest unused = read(0, 0, hex("41"), schedule, validity);
            actual = 0;
        } catch (PduException e) {
            actual = e.status().value();
        }

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void validityCountsFromNowAndIsCutToTheLongest() throws PduException {
        assertThat(read(0, 0, hex("41"), "", "261126130000000+").options().validity())
                .contains(Duration.ofHours(1));
        assertThat(read(0, 0, hex("41"), "", "000100000000000R").options().validity())
                .contains(Duration.ofDays(30));
        profile = profile.with(profile.submits().withLongestValidity(Duration.ofDays(2)));
        assertThat(read(0, 0, hex("41"), "", "000100000000000R").options().validity())
                .contains(Duration.ofDays(2));
    }

    @Test
    void aScheduleThatHasPassedIsNoObstacle() throws PduException {
        assertThat(read(0, 0, hex("41"), "261126110000000+", "").options().scheduledAt())
                .isEmpty();
        assertThat(read(0, 0, hex("41"), "261126130000000+", "").options().scheduledAt())
                .contains(NOW.plusSeconds(3_600));
    }
}
