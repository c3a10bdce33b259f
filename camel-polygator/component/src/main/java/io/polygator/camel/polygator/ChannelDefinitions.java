package io.polygator.camel.polygator;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.quota.SimBudget;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.modem.ModuleType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a gateway's configuration says about each of its channels. */
final class ChannelDefinitions {
    private static final Duration SHORTEST_SEND_DEADLINE = Duration.ofSeconds(60);

    private final String gateway;
    private final String prefix;
    private final PolygatorGatewayConfiguration configuration;

    private ChannelDefinitions(String gateway, String prefix, PolygatorGatewayConfiguration configuration) {
        this.gateway = gateway;
        this.prefix = prefix;
        this.configuration = configuration;
    }

    /** The channels of a gateway that was configured by name. */
    static List<ChannelDefinition> of(String gateway, PolygatorGatewayConfiguration configuration) {
        return new ChannelDefinitions(gateway, "gateways." + gateway + ".", configuration).definitions();
    }

    /** The channels of an address that stands in a URI. */
    static List<ChannelDefinition> ofUri(String gateway, PolygatorGatewayConfiguration configuration) {
        return new ChannelDefinitions(gateway, "polygator endpoint, ", configuration).definitions();
    }

    private List<ChannelDefinition> definitions() {
        if (configuration.getAddress().isBlank()) {
            throw new IllegalArgumentException(
                    prefix + "address is missing: set it to one such as tcp:192.168.2.154:9101-9108");
        }
        List<String> addresses = ChannelAddresses.expand(configuration.getAddress(), prefix + "address");
        List<Optional<String>> pins = pins(addresses.size());
        SimBudget budget = budget();
        List<ChannelDefinition> definitions = new ArrayList<>();
        for (int index = 0; index < addresses.size(); index++) {
            ModemSettings modem = modem(gateway + "-" + (index + 1), pins.get(index));
            definitions.add(new ChannelDefinition(
                    gateway,
                    groups(),
                    addresses.get(index),
                    modem,
                    Optional.ofNullable(configuration.getDoubt()),
                    budget));
        }
        return definitions;
    }

    private SimBudget budget() {
        return new SimBudget(
                limit("segmentsPerMinute", configuration.getSegmentsPerMinute()),
                limit("segmentsPerHour", configuration.getSegmentsPerHour()),
                limit("segmentsPerDay", configuration.getSegmentsPerDay()),
                limit("segmentsPerMonth", configuration.getSegmentsPerMonth()),
                limit("recipientsPerMonth", configuration.getRecipientsPerMonth()));
    }

    private OptionalInt limit(String option, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(
                    prefix + option + "=" + value + ": use a number of at least 1, or leave it out for no limit");
        }
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private ModemSettings modem(String name, Optional<String> pin) {
        return new ModemSettings(
                name,
                module(),
                pin,
                Optional.ofNullable(configuration.getSmsc()).filter(smsc -> !smsc.isBlank()),
                DurationText.parse(configuration.getKeepAlive(), prefix + "keepAlive"),
                sendDeadline(),
                DurationText.parse(configuration.getSweep(), prefix + "sweep"),
                DurationText.parse(configuration.getSupervision(), prefix + "supervision"),
                configuration.isHangUp());
    }

    private Optional<ModuleType> module() {
        String module = configuration.getModule().strip();
        if (module.equalsIgnoreCase("auto")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(ModuleType.values())
                .filter(type -> type.name().equalsIgnoreCase(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        prefix + "module=" + module + " is unknown: use auto, " + String.join(", ", moduleNames()))));
    }

    private static List<String> moduleNames() {
        return Arrays.stream(ModuleType.values()).map(Enum::name).toList();
    }

    /** The PINs themselves never appear in an error. */
    private List<Optional<String>> pins(int channels) {
        String pin = configuration.getPin();
        if (pin == null || pin.isBlank()) {
            return Collections.nCopies(channels, Optional.empty());
        }
        List<Optional<String>> pins = Arrays.stream(pin.split(",", -1))
                .map(String::strip)
                .map(this::checkedPin)
                .toList();
        if (pins.size() == 1) {
            return Collections.nCopies(channels, pins.get(0));
        }
        if (pins.size() != channels) {
            throw new IllegalArgumentException(prefix + "pin holds " + pins.size() + " PINs for " + channels
                    + " channels: give one for all, or one for each, empty where a SIM has none");
        }
        return pins;
    }

    private Optional<String> checkedPin(String pin) {
        if (pin.isEmpty()) {
            return Optional.empty();
        }
        if (!pin.matches("\\d{4,8}")) {
            throw new IllegalArgumentException(prefix + "pin is no PIN: use 4 to 8 digits");
        }
        return Optional.of(pin);
    }

    private Duration sendDeadline() {
        Duration deadline = DurationText.parse(configuration.getSendDeadline(), prefix + "sendDeadline");
        if (deadline.compareTo(SHORTEST_SEND_DEADLINE) < 0) {
            throw new IllegalArgumentException(prefix + "sendDeadline=" + configuration.getSendDeadline()
                    + " is too short: networks take up to a minute, use at least 60s");
        }
        return deadline;
    }

    private Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        for (String group : configuration.getGroups().split(",", -1)) {
            if (!group.isBlank()) {
                groups.add(checkedGroup(group.strip()));
            }
        }
        return groups;
    }

    /** Under another name no route and no account could speak of it. */
    private String checkedGroup(String group) {
        try {
            return new ChannelGrant.Group(group).name();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    prefix + "groups: \"" + group
                            + "\" is no name of a group: use letters, digits, dots, underscores and hyphens, at most 64",
                    e);
        }
    }

    /** A name for the gateway at an address: {@code tcp:10.0.0.5:9101-9108} becomes {@code tcp-10.0.0.5-9101-9108}. */
    static String gatewayName(String address) {
        return address.replaceAll("[^A-Za-z0-9.]+", "-").toLowerCase(Locale.ROOT);
    }
}
