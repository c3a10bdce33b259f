package io.polygator.camel.kannel;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.http.kannel.KannelAnswer;
import io.polygator.http.kannel.KannelRefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Which channels a client means by {@code smsc}. */
public final class KannelChannels {
    private static final String GROUP = "group:";
    private static final String ALL = "all";
    /** What PlaySMS asks for when nobody has told it a channel. */
    private static final String ANY = "default";

    private final Map<String, String> names;

    /** @param names channels, gateways and groups by the {@code smsc-id} that they had in Kannel's configuration */
    public KannelChannels(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * The channels as {@link PolygatorConstants#CHANNELS} names them; null for all.
     *
     * @throws KannelRefusedException if there are none of this name
     */
    @Nullable
    String choice(Optional<String> smsc, Message message) throws KannelRefusedException {
        if (smsc.isEmpty()) {
            return null;
        }
        String name = names.getOrDefault(smsc.get(), smsc.get());
        if (name.equals(ALL) || name.equals(ANY)) {
            return null;
        }
        List<ChannelStatus> all = all(message);
        if (all.stream()
                .anyMatch(channel ->
                        channel.name().equals(name) || channel.gateway().equals(name))) {
            return name;
        }
        String group = name.startsWith(GROUP) ? name.substring(GROUP.length()) : name;
        if (all.stream().anyMatch(channel -> channel.groups().contains(group))) {
            return GROUP + group;
        }
        throw new KannelRefusedException(KannelAnswer.NOT_ROUTABLE);
    }

    /** Whether any of the channels sends now. */
    boolean isAnyReady(@Nullable String choice, Message message) {
        return all(message).stream()
                .filter(channel -> isMeant(choice, channel))
                .anyMatch(channel -> channel.state() == ChannelStatus.State.REGISTERED);
    }

    private static boolean isMeant(@Nullable String choice, ChannelStatus channel) {
        return choice == null
                || channel.name().equals(choice)
                || channel.gateway().equals(choice)
                || (choice.startsWith(GROUP) && channel.groups().contains(choice.substring(GROUP.length())));
    }

    private static List<ChannelStatus> all(Message message) {
        return message.getExchange()
                .getContext()
                .getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway()
                .channels();
    }
}
