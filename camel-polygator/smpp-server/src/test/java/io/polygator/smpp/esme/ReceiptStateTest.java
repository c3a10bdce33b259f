package io.polygator.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptStateTest {

    @ParameterizedTest(name = "TP-ST {0} to {1}: {2}")
    @CsvSource({
        "0x00, 0x00, DELIVERED",
        "0x01, 0x01, ACCEPTED",
        "0x02, 0x02, DELETED",
        "0x03, 0x1F, ACCEPTED",
        "0x20, 0x3F, ENROUTE",
        "0x40, 0x41, UNDELIVERABLE",
        "0x42, 0x42, REJECTED",
        "0x43, 0x45, UNDELIVERABLE",
        "0x46, 0x46, EXPIRED",
        "0x47, 0x48, DELETED",
        "0x49, 0x49, UNKNOWN",
        "0x4A, 0x5F, UNDELIVERABLE",
        "0x60, 0x62, UNDELIVERABLE",
        "0x63, 0x63, REJECTED",
        "0x64, 0x7F, UNDELIVERABLE",
        "0x80, 0xFF, UNKNOWN"
    })
    void everyStatusOfTheNetworkHasItsState(String first, String last, ReceiptState state) {
        assertThat(IntStream.rangeClosed(Integer.decode(first), Integer.decode(last))
                        .mapToObj(value -> ReceiptState.of(new DeliveryStatus(value))))
                .containsOnly(state);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "SCHEDULED, 0, SCHEDLD", "ENROUTE, 1, ENROUTE", "DELIVERED, 2, DELIVRD", "EXPIRED, 3, EXPIRED",
        "DELETED, 4, DELETED", "UNDELIVERABLE, 5, UNDELIV", "ACCEPTED, 6, ACCEPTD", "UNKNOWN, 7, UNKNOWN",
        "REJECTED, 8, REJECTD", "SKIPPED, 9, SKIPPED"
    })
    void everyStateHasItsCodeAndWord(ReceiptState state, int code, String word) {
        assertThat(state.code()).isEqualTo(code);
        assertThat(state.word()).isEqualTo(word);
    }

    @ParameterizedTest(name = "+CMS ERROR: {0}: {1}, err {2}")
    @CsvSource({
        "1, UNDELIVERABLE, 701", "8, REJECTED, 708", "21, REJECTED, 721", "27, UNDELIVERABLE, 727",
        "255, UNDELIVERABLE, 955", "300, UNKNOWN, 300", "304, UNDELIVERABLE, 304", "332, UNKNOWN, 332",
        "500, UNKNOWN, 500", "511, UNDELIVERABLE, 511", "512, UNDELIVERABLE, 512", "513, UNDELIVERABLE, 513",
        "639, UNDELIVERABLE, 639", "640, UNDELIVERABLE, 512"
    })
    void everyErrorOfTheModemHasItsStateAndNumber(int error, ReceiptState state, String err) {
        assertThat(ReceiptState.ofCmsError(error)).isEqualTo(state);
        assertThat(ReceiptError.ofCmsError(error)).hasToString(err);
    }

    @Test
    void theRangesOfErrorsDoNotMeet() {
        assertThat(ReceiptError.of(new DeliveryStatus(255)).value()).isEqualTo(255);
        assertThat(IntStream.range(0, 20_000)
                        .map(error -> ReceiptError.ofCmsError(error).value()))
                .allSatisfy(value -> assertThat(value).isBetween(300, 955));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptError(1000));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "255, ff",
        "4294967295, ffffffff",
        "4294967296, 0",
        "9223372036854775807, ffffffff",
        "9999999999999999999, 99999999",
        "abc, abc",
        "0123456789, 23456789",
        "f47ac10b-58cc-4372, c-4372"
    })
    void everyIdHasAShortForm(String text, String shortText) {
        MessageIdText id = MessageIdText.of(text);

        assertThat(id.forVersion(InterfaceVersion.V3_3)).endsWith(shortText).hasSizeLessThanOrEqualTo(8);
        assertThat(id.forVersion(InterfaceVersion.V3_4)).isEqualTo(text);
    }

    @Test
    void anIdIsPrintableAndNotTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> MessageIdText.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> MessageIdText.of("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> MessageIdText.of("1".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageIdText("1", "123456789"));
    }
}
