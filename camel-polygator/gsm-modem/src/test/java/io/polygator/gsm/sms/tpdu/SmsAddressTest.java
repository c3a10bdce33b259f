package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.vectors.Vectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SmsAddressTest {

    static Stream<JsonNode> addresses() {
        return Vectors.rows("addresses");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void readsAndWritesAddresses(JsonNode vector) throws TpduDecodeException {
        Octets octets = Octets.ofHex(vector.required("octets").asText());
        SmsAddress address = AddressCodec.decode(octets);
        assertThat(address.typeOfAddress()).isEqualTo(vector.required("toa").asInt());
        assertThat(address.display()).isEqualTo(vector.required("value").asText());
        assertThat(AddressCodec.encode(address)).isEqualTo(octets);
    }

    static Stream<JsonNode> serviceCentres() {
        return Vectors.rows("sca");
    }

    @ParameterizedTest
    @MethodSource("serviceCentres")
    void readsAndWritesServiceCentres(JsonNode vector) throws TpduDecodeException {
        Octets octets = Octets.ofHex(vector.required("octets").asText());
        var smsc = AddressCodec.decodeServiceCentre(octets);
        assertThat(smsc.map(SmsAddress::display).orElse("null"))
                .isEqualTo(vector.required("value").asText());
        assertThat(AddressCodec.encodeServiceCentre(smsc)).isEqualTo(octets);
    }

    @Test
    void leavesOutTheSignThatFourteenSemiOctetsAdd() throws TpduDecodeException {
        SmsAddress sender = AddressCodec.decode(Octets.ofHex("0ED0CDBC30EC5EC700"));
        assertThat(sender.value()).isEqualTo("MyBank1@");
        assertThat(sender.display()).isEqualTo("MyBank1");
        assertThat(sender.sameSubscriber(SmsAddress.ofName("MyBank1"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "+380501234567, INTERNATIONAL, 380501234567",
        "+380 (50) 123-45.67, INTERNATIONAL, 380501234567",
        "0501234567, UNKNOWN, 0501234567",
        "00380501234567, UNKNOWN, 00380501234567",
        "5433, UNKNOWN, 5433",
        "*111#, UNKNOWN, *111#",
    })
    void typesADestinationAsItIsWritten(String written, TypeOfNumber type, String digits) {
        assertThat(SmsAddress.ofDestination(written)).isEqualTo(new SmsAddress(type, SmsAddress.ISDN, digits));
    }

    @ParameterizedTest
    @CsvSource({
        "'', give a number",
        "+, give a number",
        "Kyivstar, digits only",
        "+38050abc4567, digits only",
        "+5433, without the plus",
        "+38050*4567#, decimal digits",
        "123456789012345678901, at most 20 digits",
    })
    void namesTheRemedyForABadDestination(String written, String remedy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmsAddress.ofDestination(written))
                .withMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "+380501234567, INTERNATIONAL, 380501234567",
        "+5433, INTERNATIONAL, 5433",
        "5433, UNKNOWN, 5433",
        "*111#, UNKNOWN, *111#",
        "Kyivstar, ALPHANUMERIC, Kyivstar",
        "ПриватБанк, ALPHANUMERIC, PrivatBank",
        "Monobank Ukraine, ALPHANUMERIC, Monobank Uk",
        "1234567890€€, ALPHANUMERIC, 1234567890",
        "日本, ALPHANUMERIC, ??",
        "'', ALPHANUMERIC, ''",
        "123456789012345678901, ALPHANUMERIC, 12345678901",
    })
    void takesASenderAsItIsWritten(String written, TypeOfNumber type, String value) {
        SmsAddress sender = SmsAddress.ofSender(written);
        assertThat(sender.typeOfNumber()).isEqualTo(type);
        assertThat(sender.value()).isEqualTo(value);
    }

    @Property
    void takesAnySender(@ForAll String written) {
        assertThat(SmsAddress.ofSender(written).value().length()).isLessThanOrEqualTo(SmsAddress.MOST_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "+380501234567, 0501234567, true",
        "+380501234567, 00380501234567, true",
        "+380501234567, 380501234567, true",
        "+380501234567, 0501234568, false",
        "5433, 5433, true",
        "5433, 75433, false",
        "+380501235433, 5433, false",
        "1234567, 0441234567, true",
    })
    void comparesSubscribersByTheirLastDigits(String one, String other, boolean same) {
        SmsAddress first = SmsAddress.ofDestination(one);
        SmsAddress second = SmsAddress.ofDestination(other);
        assertThat(first.sameSubscriber(second)).isEqualTo(same);
        assertThat(second.sameSubscriber(first)).isEqualTo(same);
    }

    @Test
    void comparesNamesExactly() {
        assertThat(SmsAddress.ofName("Bank").sameSubscriber(SmsAddress.ofName("Bank")))
                .isTrue();
        assertThat(SmsAddress.ofName("Bank").sameSubscriber(SmsAddress.ofName("bank")))
                .isFalse();
        assertThat(SmsAddress.ofName("5433").sameSubscriber(SmsAddress.ofDestination("5433")))
                .isFalse();
    }

    @Test
    void printsMasked() {
        assertThat(SmsAddress.ofDestination("+380501234567")).hasToString("+380***67");
        assertThat(SmsAddress.ofDestination("5433")).hasToString("5433");
        assertThat(SmsAddress.ofName("Kyivstar")).hasToString("Kyivstar");
    }

    @Test
    void holdsOnlyWhatAnAddressCanHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> SmsAddress.ofName("ABCDEFGHIJKL"));
        assertThatIllegalArgumentException().isThrownBy(() -> SmsAddress.ofName("Київстар"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsAddress(TypeOfNumber.NATIONAL, 16, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsAddress(TypeOfNumber.NATIONAL, 1, "+1"));
    }
}
