package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.gateway.quota.SimBudget;
import io.polygator.gsm.modem.ModuleType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.impl.DefaultCamelContext;
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
        main.addProperty(PREFIX + "gateways.g8.doubt", "retry");
        main.addProperty(PREFIX + "gateways.g8.segments-per-minute", "4");
        main.addProperty(PREFIX + "gateways.g8.segmentsPerHour", "100");
        main.addProperty(PREFIX + "gateways.g8.segmentsPerDay", "1000");
        main.addProperty(PREFIX + "gateways.g8.segmentsPerMonth", "5000");
        main.addProperty(PREFIX + "gateways.g8.recipientsPerMonth", "300");
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
                    assertThat(channel.doubtPolicy()).contains(DoubtPolicy.RETRY);
                    assertThat(channel.budget())
                            .isEqualTo(new SimBudget(
                                    OptionalInt.of(4),
                                    OptionalInt.of(100),
                                    OptionalInt.of(1000),
                                    OptionalInt.of(5000),
                                    OptionalInt.of(300)));
                });
        assertThat(gateway.defined().stream()
                        .filter(channel -> channel.name().equals("g8-2"))
                        .findFirst())
                .map(channel -> channel.modem().pin())
                .contains(Optional.empty());
        assertThat(gateway.defined())
                .filteredOn(channel -> channel.gateway().equals("k32"))
                .singleElement()
                .satisfies(channel -> {
                    assertThat(channel.doubtPolicy()).isEmpty();
                    assertThat(channel.budget()).isEqualTo(SimBudget.unlimited());
                });
    }

    @Test
    void propertiesOfCamelMainConfigureTheStoreAndItsTimes() throws Exception {
        Main main = new Main();
        main.bind("gateway", new RememberingGateway());
        main.addProperty(PREFIX + "store", "postgresql");
        main.addProperty(PREFIX + "store-url", "jdbc:postgresql://db/polygator?password=secret");
        main.addProperty(PREFIX + "storeUser", "polygator");
        main.addProperty(PREFIX + "storePassword", "secret");
        main.addProperty(PREFIX + "doubt", "fail");
        main.addProperty(PREFIX + "doubtTime", "2m");
        main.addProperty(PREFIX + "retention", "30d");
        main.addProperty(PREFIX + "timeZone", "Europe/Moscow");
        main.addProperty(PREFIX + "eventAgeLimit", "12h");
        main.addProperty(PREFIX + "deadLettersKept", "90d");
        main.start();
        try {
            PolygatorComponent component = main.getCamelContext().getComponent("polygator", PolygatorComponent.class);
            GatewaySettings settings = ComponentSettings.of(component);
            assertThat(settings.outbound().doubtPolicy()).isEqualTo(DoubtPolicy.FAIL);
            assertThat(settings.outbound().doubtTime()).isEqualTo(Duration.ofMinutes(2));
            assertThat(settings.outbound().retention()).isEqualTo(Duration.ofDays(30));
            assertThat(settings.budgetZone()).isEqualTo(ZoneId.of("Europe/Moscow"));
            assertThat(settings.events().ageLimit()).isEqualTo(Duration.ofHours(12));
            assertThat(settings.events().deadLettersKept()).isEqualTo(Duration.ofDays(90));
            assertThat(StoreOptions.of(component))
                    .isEqualTo(new StoreOptions(
                            StoreKind.postgresql,
                            PolygatorComponent.DEFAULT_STORE_FILE,
                            Optional.of("jdbc:postgresql://db/polygator?password=secret"),
                            "polygator",
                            "secret"));
            assertThat(StoreOptions.of(component).toString())
                    .contains("jdbc:postgresql://db/polygator")
                    .doesNotContain("secret");
        } finally {
            main.stop();
        }
    }

    @Test
    void withoutOptionsTheGatewayBehavesAsByDefaultAndKeepsItsMessagesInAFile() {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory("pins");

        GatewaySettings settings = ComponentSettings.of(component);

        assertThat(settings)
                .isEqualTo(GatewaySettings.defaults()
                        .withPinDirectory(Path.of("pins"))
                        .withAccountBudgets(settings.accountBudgets()));
        assertThat(settings.accountBudgets().of("anybody")).isEqualTo(SegmentBudget.unlimited());
        assertThat(component.storePlace()).endsWith("polygator.db (SQLite)").contains("data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqlite| |jdbc:|storeFile is empty: set it to a file on a local disk",
                "postgresql|x||store=postgresql needs storeUrl, such as jdbc:postgresql://",
                "postgresql|x|jdbc:mysql://db|store=postgresql needs storeUrl, such as jdbc:postgresql://",
            })
    void aWrongStoreIsNamedWithARemedy(StoreKind kind, String file, String url, String message) {
        PolygatorComponent component = new PolygatorComponent();
        component.setCamelContext(new DefaultCamelContext());
        component.setStore(kind);
        component.setStoreFile(file == null ? "" : file);
        component.setStoreUrl(url);

        assertThatThrownBy(component::smsGateway).hasMessageContaining(message);
    }

    @Test
    void aTimeZoneThatDoesNotExistIsNamed() {
        PolygatorComponent component = new PolygatorComponent();
        component.setTimeZone("Moscow");

        assertThatThrownBy(() -> ComponentSettings.of(component))
                .hasMessage("option timeZone=Moscow of the polygator component: use one such as Europe/Moscow or UTC");
    }

    @Test
    void aTimeThatIsNotPositiveIsNamed() {
        PolygatorComponent component = new PolygatorComponent();
        component.setRetention(0);

        assertThatThrownBy(() -> ComponentSettings.of(component))
                .hasMessage("option retention=0 of the polygator component: use a positive duration such as 12h or 7d");
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
                "segmentsPerDay|0|gateways.g8.segmentsPerDay=0: use a number of at least 1, or leave it out for no limit",
                "sendDeadline|10s|gateways.g8.sendDeadline=10s is too short",
            })
    void aWrongValueIsNamedWithARemedy(String option, String value, String message) {
        PolygatorGatewayConfiguration configuration = new PolygatorGatewayConfiguration();
        configuration.setAddress("tcp:192.168.2.154:9101-9103");
        Map<String, Runnable> set = Map.of(
                "address", () -> configuration.setAddress(value == null ? "" : value),
                "module", () -> configuration.setModule(value),
                "pin", () -> configuration.setPin(value),
                "segmentsPerDay", () -> configuration.setSegmentsPerDay(0),
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
