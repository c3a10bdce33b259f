package io.polygator.camel.polygator;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a producer does with an exchange. The constants are written as in a URI. */
public enum PolygatorOperation {
    /** Sends the body. */
    send,
    /** Tells what became of a message. */
    query,
    /** Lists what happened to a message. */
    timeline,
    /** Takes back a message of which nothing has left. */
    cancel,
    /** Gives a message of which nothing has left another body. */
    replace,
    /** Lists messages that were sent, the newest first. */
    find,
    /** Runs the USSD code in the body. */
    ussd,
    /** Lists the channels. */
    channels,
    /** Pauses, resumes or resets a channel. */
    control,
    /** Lists the events that subscriptions failed to handle until they were given up. */
    deadLetters,
    /** Hands a dead letter to its subscription once more. */
    replay,
    /** Forgets a dead letter. */
    discard;

    /** The operation of that name, or an error that lists the names. */
    static PolygatorOperation named(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(PolygatorConstants.OPERATION + "=" + name
                        + " is no operation: use one of "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
