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
    /** Lists messages that came in, the newest first. */
    inbound,
    /** Tells what the account of the exchange has submitted. */
    usage,
    /** Runs the USSD code in the body. */
    ussd,
    /** Begins a USSD session with the code in the body. */
    ussdOpen,
    /** Answers the network's question in a USSD session. */
    ussdAnswer,
    /** Ends a USSD session. */
    ussdCancel,
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
