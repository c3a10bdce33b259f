package io.polygator.camel.polygator;

import io.polygator.gateway.account.Door;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains options of an endpoint URI that hold a value they cannot have. */
final class EndpointOptions {
    private static final Map<String, Class<? extends Enum<?>>> CHOICES = Map.of(
            "operation", PolygatorOperation.class,
            "completeOn", CompleteOn.class,
            "doubt", DoubtPolicy.class,
            "door", Door.class,
            "encoding", Encoding.class);

    private EndpointOptions() {}

    /** Refuses a value outside an option's fixed set, naming the option and the set. */
    static void check(Map<String, Object> parameters) {
        CHOICES.forEach((option, type) -> {
            if (parameters.get(option) instanceof String value && !value.startsWith("#")) {
                check(option, value, type);
            }
        });
    }

    private static void check(String option, String value, Class<? extends Enum<?>> type) {
        Enum<?>[] constants = type.getEnumConstants();
        if (Arrays.stream(constants).noneMatch(constant -> constant.name().equalsIgnoreCase(value))) {
            throw new IllegalArgumentException(
                    "option " + option + "=" + value + " of a polygator endpoint: use one of "
                            + Arrays.stream(constants)
                                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
    }
}
