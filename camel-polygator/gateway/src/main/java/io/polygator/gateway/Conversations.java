package io.polygator.gateway;

import io.polygator.gateway.message.DialledNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers through which channel each number was last talked to. Bounded; gateway loop only. */
final class Conversations {
    private static final int REMEMBERED = 10_000;

    private final Map<String, String> channelByNumber = new LinkedHashMap<>(16, 0.75f, true);

    void talked(String number, String channel) {
        channelByNumber.put(DialledNumber.indexKey(number), channel);
        if (channelByNumber.size() > REMEMBERED) {
            channelByNumber.remove(channelByNumber.keySet().iterator().next());
        }
    }

    Optional<String> lastChannel(String number) {
        return Optional.ofNullable(channelByNumber.get(DialledNumber.indexKey(number)));
    }
}
