package io.polygator.gsm.virtualmodem;

import java.time.Duration;
import java.util.Optional;

/**
 * How a server treats its client.
 *
 * @param policy what the client may do
 * @param urcTiming when it is told what it did not ask for
 * @param textDeadline how long it may take to type a message at the prompt; zero for ever
 * @param login who may come in, or nothing when everybody may
 * @param sparesReaders whether what comes in waits in the storage for a client that keeps looking there, although it
 *     asked for direct delivery without acknowledgement
 */
public record AtServerSettings(
        CommandPolicy policy,
        UrcTiming urcTiming,
        Duration textDeadline,
        Optional<ClientLogin> login,
        boolean sparesReaders) {
    private static final Duration PATIENCE_AT_THE_PROMPT = Duration.ofMinutes(2);

    /** As a module on its own wire: everything is allowed, and said as it happens. */
    public static AtServerSettings ofModule() {
        return new AtServerSettings(
                CommandPolicy.everything(), UrcTiming.AT_ONCE, Duration.ZERO, Optional.empty(), false);
    }

    /** For programs that we do not know: messages only, and nothing said where they might overlook it. */
    public static AtServerSettings forClients() {
        return new AtServerSettings(
                CommandPolicy.messagesOnly(),
                UrcTiming.BETWEEN_COMMANDS,
                PATIENCE_AT_THE_PROMPT,
                Optional.empty(),
                true);
    }

    public AtServerSettings withPolicy(CommandPolicy other) {
        return new AtServerSettings(other, urcTiming, textDeadline, login, sparesReaders);
    }

    public AtServerSettings withLogin(ClientLogin required) {
        return new AtServerSettings(policy, urcTiming, textDeadline, Optional.of(required), sparesReaders);
    }
}
