package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.polygator.gsm.sms.tpdu.DeliveryStatus.Category;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStatusTest {

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        "0x00, 0x00, DELIVERED",
        "0x01, 0x01, DELIVERED_UNCONFIRMED",
        "0x02, 0x02, REPLACED",
        "0x03, 0x1F, DELIVERED_UNCONFIRMED",
        "0x20, 0x3F, PENDING",
        "0x40, 0x45, FAILED",
        "0x46, 0x46, EXPIRED",
        "0x47, 0x48, DELETED",
        "0x49, 0x5F, FAILED",
        "0x60, 0x7F, FAILED_TEMPORARILY",
        "0x80, 0xFF, UNKNOWN",
    })
    void putsEveryValueInACategory(String first, String last, Category category) {
        assertThat(IntStream.rangeClosed(Integer.decode(first), Integer.decode(last))
                        .mapToObj(value -> new DeliveryStatus(value).category()))
                .containsOnly(category);
    }

    @Test
    void expectsAnotherReportOnlyWhileTheServiceCentreTries() {
        assertThat(Category.values())
                .filteredOn(category -> !category.isFinal())
                .containsExactly(Category.PENDING, Category.UNKNOWN);
        assertThat(Category.values())
                .filteredOn(Category::isDelivered)
                .containsExactly(Category.DELIVERED, Category.DELIVERED_UNCONFIRMED, Category.REPLACED);
    }

    @Test
    void putsTheStatusInWords() {
        assertThat(new DeliveryStatus(0x46).meaning()).isEqualTo("validity period expired");
        assertThat(new DeliveryStatus(0x90).meaning()).isEqualTo("status 144");
    }

    @Test
    void isOneOctet() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryStatus(256));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProtocolIdentifier(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FailureCause(127));
    }

    @Test
    void knowsSpecialProtocols() {
        assertThat(new ProtocolIdentifier(0x40).isSilent()).isTrue();
        assertThat(new ProtocolIdentifier(0x41).replaceType()).hasValue(1);
        assertThat(new ProtocolIdentifier(0x47).replaceType()).hasValue(7);
        assertThat(new ProtocolIdentifier(0x48).replaceType()).isEmpty();
        assertThat(new ProtocolIdentifier(0x5F).isReturnCall()).isTrue();
        assertThat(new ProtocolIdentifier(0x7F).isSimDataDownload()).isTrue();
        assertThat(new ProtocolIdentifier(0x22).isTelematic()).isTrue();
        assertThat(ProtocolIdentifier.NORMAL.isTelematic()).isFalse();
    }
}
