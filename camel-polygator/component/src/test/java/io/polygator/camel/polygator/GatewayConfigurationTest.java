package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gsm.modem.ModuleType;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayConfigurationTest {

    private static final String PREFIX = "camel.component.polygator.";

    @Test
    void propertiesOfCamelMainConfigureGatewaysByName() throws Exception {
        Main main = new Main();
        RememberingGateway gateway = new RememberingGateway();
        main.bind("gateway", gateway);
        main.addProperty(PREFIX + "gateways.g8.address", "tcp:192.168.2.154:9101-9102, serial:/dev/polygator/ttyPG0");
        main.addProperty(PREFIX + "gateways.g8.module", "m10");
        main.addProperty(PREFIX + "gateways.g8.pin", "1111,,2222");
        main.addProperty(PREFIX + "gateways.g8.groups", "moscow, day");
        main.addProperty(PREFIX + "gateways.g8.keep-alive", "15s");
        main.addProperty(PREFIX + "gateways.g8.hangUp", "false");
        main.addProperty(PREFIX + "gateways[k32].address", "tcp:192.168.2.155:9101");
        main.addProperty(PREFIX + "store", "none");
        main.start();
        try {
            PolygatorComponent component = main.getCamelContext().getComponent("polygator", PolygatorComponent.class);
            assertThat(component.smsGateway()).isSameAs(gateway);
            assertThat(component.getStore()).isEqualTo(StoreKind.none);
        } finally {
            main.stop();
        }

        assertThat(gateway.defined())
                .extracting(ChannelDefinition::name, ChannelDefinition::address)
                .contains(
                        tuple("g8-1", "tcp:192.168.2.154:9101"),
                        tuple("g8-2", "tcp:192.168.2.154:9102"),
                        tuple("g8-3", "serial:/dev/polygator/ttyPG0"),
                        tuple("k32-1", "tcp:192.168.2.155:9101"));
        assertThat(gateway.defined())
                .filteredOn(channel -> channel.name().equals("g8-3"))
                .singleElement()
                .satisfies(channel -> {
                    assertThat(channel.groups()).containsExactlyInAnyOrder("moscow", "day");
                    assertThat(channel.modem().module()).contains(ModuleType.M10);
                    assertThat(channel.modem().pin()).contains("2222");
                    assertThat(channel.modem().keepAlive()).isEqualTo(Duration.ofSeconds(15));
                    assertThat(channel.modem().hangUp()).isFalse();
                });
        assertThat(gateway.defined().stream()
                        .filter(channel -> channel.name().equals("g8-2"))
                        .findFirst())
                .map(channel -> channel.modem().pin())
                .contains(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address||gateways.g8.address is missing: set it to one such as tcp:",
                "address|192.168.2.154:9101|it must start with tcp: or serial:",
                "address|tcp:h:9108-9101|gateways.g8.address: address",
                "address|tcp:h:1-300|gateways.g8.address: address",
                "address|tcp:h:1-200,tcp:i:1-200|gateways.g8.address names 400 channels",
                "module|M11|gateways.g8.module=M11 is unknown: use auto, M10",
                "pin|12x4|gateways.g8.pin is no PIN: use 4 to 8 digits",
                "pin|1111,2222|gateways.g8.pin holds 2 PINs for 3 channels",
                "keepAlive|often|gateways.g8.keepAlive=often is no duration",
                "sendDeadline|10s|gateways.g8.sendDeadline=10s is too short",
            })
    void aWrongValueIsNamedWithARemedy(String option, String value, String message) {
        PolygatorGatewayConfiguration configuration = new PolygatorGatewayConfiguration();
        configuration.setAddress("tcp:192.168.2.154:9101-9103");
        Map<String, Runnable> set = Map.of(
                "address", () -> configuration.setAddress(value == null ? "" : value),
                "module", () -> configuration.setModule(value),
                "pin", () -> configuration.setPin(value),
                "keepAlive", () -> configuration.setKeepAlive(value),
                "sendDeadline", () -> configuration.setSendDeadline(value));
        Objects.requireNonNull(set.get(option)).run();

        assertThatThrownBy(() -> ChannelDefinitions.of("g8", configuration)).hasMessageContaining(message);
    }

    @Test
    void aPinNeverStandsInAnError() {
        PolygatorGatewayConfiguration configuration = new PolygatorGatewayConfiguration();
        configuration.setAddress("tcp:192.168.2.154:9101");
        configuration.setPin("12a4");

        assertThatThrownBy(() -> ChannelDefinitions.of("g8", configuration)).hasMessageNotContaining("12a4");
    }
}
