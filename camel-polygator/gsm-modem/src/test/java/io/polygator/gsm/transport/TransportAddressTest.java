package io.polygator.gsm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.transport.TransportAddress.Serial;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportAddressTest {

    @Test
    void readsTheFormsThatOperatorsWrite() {
        assertThat(TransportAddress.parse("tcp:192.168.2.154:9101")).isEqualTo(new Tcp("192.168.2.154", 9101));
        assertThat(TransportAddress.parse("tcp:gw.example.net:9101")).isEqualTo(new Tcp("gw.example.net", 9101));
        assertThat(TransportAddress.parse("tcp:[fe80::1%eth0]:9101")).isEqualTo(new Tcp("fe80::1%eth0", 9101));
        assertThat(TransportAddress.parse("serial:/dev/polygator/ttyPG0"))
                .isEqualTo(new Serial("/dev/polygator/ttyPG0", 115_200));
        assertThat(TransportAddress.parse("serial:COM3@9600")).isEqualTo(new Serial("COM3", 9600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp:192.168.2.154:9101",
                "tcp:[::1]:9101",
                "serial:/dev/polygator/ttyPG0",
                "serial:/dev/ttyUSB0@9600",
                "serial:/dev/serial/by-id/usb-modem-0-7"
            })
    void printsWhatItRead(String text) {
        assertThat(TransportAddress.parse(text)).hasToString(text);
    }

    @Test
    void expandsARangeOfPorts() {
        assertThat(TransportAddress.parseAll("tcp:192.168.2.154:9101-9108"))
                .hasSize(8)
                .startsWith(new Tcp("192.168.2.154", 9101))
                .endsWith(new Tcp("192.168.2.154", 9108));
    }

    @Test
    void expandsARangeOfChannelsOfTheGatewayItself() {
        assertThat(TransportAddress.parseAll("serial:/dev/polygator/ttyPG6-11"))
                .hasSize(6)
                .startsWith(new Serial("/dev/polygator/ttyPG6", 115_200))
                .endsWith(new Serial("/dev/polygator/ttyPG11", 115_200));
    }

    @Property(tries = 200)
    void aRangeHoldsEveryPortInItsOrder(
            @ForAll @IntRange(min = 1, max = 60_000) int first, @ForAll @IntRange(min = 0, max = 255) int more) {
        assertThat(TransportAddress.parseAll("tcp:h:" + first + "-" + (first + more)))
                .hasSize(more + 1)
                .first()
                .isEqualTo(new Tcp("h", first));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|must start with tcp: or serial:",
                "192.168.2.154:9101|must start with tcp: or serial:",
                "tcp:192.168.2.154|port is missing",
                "tcp:[::1]|port is missing",
                "tcp:::1:9101|brackets",
                "tcp::9101|host",
                "tcp:my host:9101|host",
                "tcp:h:|port must be a number",
                "tcp:h:x|port must be a number",
                "tcp:h:70000|port 70000",
                "tcp:h:99999999999|port must be a number",
                "tcp:h:9108-9101|range must rise",
                "tcp:h:1-60000|at most 256",
                "tcp:h:65530-65540|port 65536",
                "serial:|device path",
                "serial:/dev/ttyS0@fast|baud rate",
                "serial:/dev/ttyS0@5|baud 5"
            })
    void saysWhichPartIsWrong(String text, String complaint) {
        assertThatThrownBy(() -> TransportAddress.parseAll(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesARangeWhereOneModemIsMeant() {
        assertThatThrownBy(() -> TransportAddress.parse("tcp:h:1-2")).hasMessageContaining("single number");
    }
}
