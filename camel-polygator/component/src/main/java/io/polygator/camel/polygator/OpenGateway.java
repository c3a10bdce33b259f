package io.polygator.camel.polygator;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gateway in use and what endpoints may call its channels. Thread-safe. */
final class OpenGateway implements AutoCloseable {
    private static final String GROUP = "group:";

    private final SmsGateway gateway;
    private final Runnable close;

    private OpenGateway(SmsGateway gateway, Runnable close) {
        this.gateway = gateway;
        this.close = close;
    }

    /** A gateway that the component made and therefore closes, with the configured channels. */
    static OpenGateway owned(OwnGateway own, Map<String, PolygatorGatewayConfiguration> configured) {
        return new OpenGateway(own.gateway(), own::close).define(configured);
    }

    /** A gateway that somebody else made and closes, with the configured channels added. */
    static OpenGateway borrowed(SmsGateway gateway, Map<String, PolygatorGatewayConfiguration> configured) {
        return new OpenGateway(gateway, () -> {}).define(configured);
    }

    private OpenGateway define(Map<String, PolygatorGatewayConfiguration> configured) {
        try {
            configured.forEach((name, configuration) -> define(ChannelDefinitions.of(name, configuration)));
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    SmsGateway gateway() {
        return gateway;
    }

    /** The channels that the path of a URI, or the header that narrows it, names. */
    ChannelChoice choice(String path) {
        String name = path.strip();
        if (name.equals("all")) {
            return new ChannelChoice.All();
        }
        if (name.startsWith(GROUP)) {
            return group(name.substring(GROUP.length()));
        }
        List<ChannelStatus> channels = gateway.channels();
        if (channels.stream().anyMatch(channel -> channel.name().equals(name))) {
            return new ChannelChoice.Named(name);
        }
        if (channels.stream().anyMatch(channel -> channel.gateway().equals(name))) {
            return new ChannelChoice.OfGateway(name);
        }
        throw unknown("channel", "channel or gateway " + name);
    }

    /** The channels that any of the names means, at least one name. */
    ChannelChoice choices(List<String> names) {
        Set<ChannelChoice> choices = names.stream().map(this::choice).collect(Collectors.toSet());
        return choices.size() == 1 ? choices.iterator().next() : new ChannelChoice.AnyOf(choices);
    }

    private ChannelChoice group(String group) {
        if (gateway.channels().stream().noneMatch(channel -> channel.groups().contains(group))) {
            throw unknown("group", "group " + group);
        }
        return new ChannelChoice.Group(group);
    }

    private UnknownChannelException unknown(String field, String what) {
        List<ChannelStatus> channels = gateway.channels();
        String known = channels.isEmpty()
                ? "none is configured; set camel.component.polygator.gateways.NAME.address"
                : "use all, group:NAME, or one of "
                        + channels.stream()
                                .flatMap(channel -> Stream.of(channel.gateway(), channel.name()))
                                .distinct()
                                .collect(Collectors.joining(", "));
        return new UnknownChannelException(field, "there is no " + what + ": " + known);
    }

    /** The channels of an address that stands in a URI; those already defined there are shared. */
    ChannelChoice inline(PolygatorGatewayConfiguration configuration) {
        String name = ChannelDefinitions.gatewayName(configuration.getAddress());
        List<ChannelDefinition> definitions = ChannelDefinitions.ofUri(name, configuration);
        List<ChannelStatus> known = definitions.stream()
                .flatMap(definition -> at(definition.address()).stream())
                .toList();
        if (known.isEmpty()) {
            define(definitions);
            return new ChannelChoice.OfGateway(name);
        }
        return sharedChoice(configuration.getAddress(), definitions.size(), known);
    }

    private ChannelChoice sharedChoice(String address, int wanted, List<ChannelStatus> known) {
        if (known.size() == 1 && wanted == 1) {
            return new ChannelChoice.Named(known.get(0).name());
        }
        String owner = known.get(0).gateway();
        long ownersChannels = gateway.channels().stream()
                .filter(channel -> channel.gateway().equals(owner))
                .count();
        boolean sameGateway =
                known.stream().allMatch(channel -> channel.gateway().equals(owner));
        if (sameGateway && known.size() == wanted && ownersChannels == wanted) {
            return new ChannelChoice.OfGateway(owner);
        }
        throw new IllegalArgumentException("polygator:" + address + " shares some channels with gateway " + owner
                + ": use polygator:" + owner + ", one of its channels, or a group");
    }

    private Optional<ChannelStatus> at(String address) {
        return gateway.channels().stream()
                .filter(channel -> channel.address().equals(address))
                .findFirst();
    }

    private void define(List<ChannelDefinition> definitions) {
        for (ChannelDefinition definition : definitions) {
            Optional<ChannelStatus> known = gateway.channels().stream()
                    .filter(channel -> channel.name().equals(definition.name()))
                    .findFirst();
            if (known.isEmpty()) {
                gateway.define(definition);
            } else if (!known.get().address().equals(definition.address())) {
                throw new IllegalArgumentException("channel " + definition.name() + " is defined as "
                        + known.get().address() + " already: give gateway " + definition.gateway() + " another name");
            }
        }
    }

    /** Whether every channel that {@code inner} means is one that {@code outer} means. */
    boolean within(ChannelChoice outer, ChannelChoice inner) {
        return gateway.channels().stream()
                .filter(channel -> means(inner, channel))
                .allMatch(channel -> means(outer, channel));
    }

    /** The channels that the choice means. */
    List<ChannelStatus> channels(ChannelChoice choice) {
        return gateway.channels().stream()
                .filter(channel -> means(choice, channel))
                .toList();
    }

    private static boolean means(ChannelChoice choice, ChannelStatus channel) {
        return choice.includes(channel.name(), channel.gateway(), channel.groups());
    }

    @Override
    public void close() {
        close.run();
    }
}
