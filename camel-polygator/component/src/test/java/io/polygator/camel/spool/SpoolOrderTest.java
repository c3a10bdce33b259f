package io.polygator.camel.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolOrderTest {

    @ParameterizedTest
    @CsvSource({
        "To: 380671234567, +380671234567",
        "To: +380671234567, +380671234567",
        "To: 380 67 123 4567, +380671234567",
        "To: s1234, 1234",
        "To: 0671234567~To_TOA: national, 0671234567",
        "To: 0671234567~To_TOA: unknown, 0671234567"
    })
    void readsTheRecipient(String headers, String expected) throws SpoolFileException {
        assertThat(order(headers).getHeader(PolygatorConstants.TO)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Flash: yes, CamelPolygatorMessageClass, 0",
        "Flash: no~Class: 2, CamelPolygatorMessageClass, 2",
        "Report: yes, CamelPolygatorReport, true",
        "Report: no, CamelPolygatorReport, false",
        "Ping: yes, CamelPolygatorReport, true",
        "Ping: yes, CamelPolygatorProtocolIdentifier, 64",
        "Replace: 3, CamelPolygatorProtocolIdentifier, 67",
        "Reply_path: yes, CamelPolygatorReplyPath, true",
        "Priority: HIGH, CamelPolygatorPriority, 7",
        "Validity: 2 hours, CamelPolygatorValidity, PT2H",
        "From: somebody, CamelPolygatorProtocolIdentifier, 0"
    })
    void readsTheOtherHeaders(String headers, String header, String expected) throws SpoolFileException {
        assertThat(order("To: 1~" + headers).getHeader(header)).hasToString(expected);
    }

    @Test
    void withoutHeadersTheSettingsDecide() throws SpoolFileException {
        assertThat(order("To: 1").getHeader(PolygatorConstants.REPORT)).isEqualTo(false);
        assertThat(order("To: 1", SpoolReports.ALWAYS).getHeader(PolygatorConstants.REPORT))
                .isEqualTo(true);
        assertThat(order("To: 1").getHeader(PolygatorConstants.VALIDITY, Duration.class))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Alphabet: ISO-8859-15, A4, €",
        "Alphabet: UTF-8, E282AC, €",
        "Alphabet: ISO, E282AC, €",
        "From: nobody, D0AF, Я",
        "Alphabet: GSM, 1B65, €",
        "Alphabet: Unicode, 20AC0A, €",
        "Alphabet: UTF-8~Hex: yes, 453238324143, €"
    })
    void readsTheAlphabets(String headers, String octets, String expected) throws SpoolFileException {
        assertThat(order("To: 1~" + headers, octets(octets)).getBody()).isEqualTo(new MessageBody.Text(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Voicecall: yes",
                "Text_is_pdu: yes",
                "System_message: yes",
                "DCS_hex: F4",
                "Language: Turkish",
                "Alphabet: Klingon",
                "Class: 4",
                "Replace: 8",
                "Macro: value",
                "UDH-DATA: 0",
                "Alphabet: binary~UDH: yes"
            })
    void refusesWhatIsNotPossible(String headers) {
        String name = headers.replaceAll("(?s).*~", "").replaceAll(":.*", "");

        assertThatThrownBy(() -> order("To: 1~" + headers))
                .isInstanceOf(SpoolFileException.class)
                .hasMessageStartingWith(name + ": ");
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> order("To: 1", SpoolReports.ALWAYS, new byte[] {' ', '\n'}))
                .isInstanceOf(SpoolFileException.class)
                .hasMessageContaining("empty");
    }

    @Property(tries = 300)
    void anyFileIsReadOrRefused(@ForAll byte[] content) {
        SpoolFile file = SpoolFile.parse(content);

        try {
            SpoolOrder.write(file, SpoolReports.ALWAYS, message());
        } catch (SpoolFileException refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
        assertThat(SpoolFile.parse(file.toByteArray())).isEqualTo(file);
    }

    private static Message order(String headers) throws SpoolFileException {
        return order(headers, SpoolReports.ON_REQUEST);
    }

    private static Message order(String headers, SpoolReports reports) throws SpoolFileException {
        return order(headers, reports, "hello".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Message order(String headers, byte[] body) throws SpoolFileException {
        return order(headers, SpoolReports.ON_REQUEST, body);
    }

    /** @param headers with a tilde between two */
    private static Message order(String headers, SpoolReports reports, byte[] body) throws SpoolFileException {
        Message message = message();
        SpoolOrder.write(new SpoolFile(List.of(headers.split("~", -1)), Octets.copyOf(body)), reports, message);
        return message;
    }

    private static byte[] octets(String hex) {
        return Octets.ofHex(hex).toByteArray();
    }

    private static Message message() {
        return new DefaultMessage(new DefaultCamelContext());
    }
}
