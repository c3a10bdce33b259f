package io.polygator.app;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.ChannelStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The channels as they were at most a second ago: one question of Prometheus reads eight numbers of each of 256, and each
 * would look at all of them. Thread-safe.
 */
final class RecentChannels {
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final SmsGateway gateway;
    private volatile @Nullable Look last;

    RecentChannels(SmsGateway gateway) {
        this.gateway = gateway;
    }

    private record Look(long at, Map<String, ChannelStatus> channels) {}

    Collection<ChannelStatus> all() {
        return look().values();
    }

    Optional<ChannelStatus> find(String name) {
        return Optional.ofNullable(look().get(name));
    }

    private Map<String, ChannelStatus> look() {
        Look known = last;
        if (known == null || System.nanoTime() - known.at() > FRESH) {
            known = new Look(
                    System.nanoTime(),
                    gateway.channels().stream().collect(Collectors.toMap(ChannelStatus::name, Function.identity())));
            last = known;
        }
        return known.channels();
    }
}
