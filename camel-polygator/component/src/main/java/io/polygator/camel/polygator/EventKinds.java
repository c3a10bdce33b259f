package io.polygator.camel.polygator;

import io.polygator.gateway.SubscriptionRequest.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The option {@code events}. */
public final class EventKinds {

    private EventKinds() {}

    /** Reads a list such as {@code inbound,report}, or {@code all}. */
    public static Set<Kind> parse(String events) {
        if (events.strip().equalsIgnoreCase("all")) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : events.split(",", -1)) {
            kinds.add(kind(name.strip(), events));
        }
        return kinds;
    }

    private static Kind kind(String name, String events) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "option events=" + events + " of a polygator endpoint: use all, or a list of " + names()));
    }

    /** The names of all kinds, as they are written in a list. */
    public static String names() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
