package io.polygator.http.eventsh;

import io.polygator.gateway.message.CallNotice;
import io.polygator.gateway.message.InboundNotice;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the firmware tells its script: a message, or a call that rings. Fields that a form of it lacks are missing; a missing
 * field and an empty one are the same. Prints their names only.
 */
public final class FirmwareEvent {
    private static final String CALL = "ring";

    private final Map<Field, String> values;

    FirmwareEvent(Map<Field, String> values) {
        this.values = new HashMap<>(values);
    }

    /** Whether it is a call; the firmware has no word for messages that is known. */
    public boolean isCall() {
        return value(Field.TYPE).filter(CALL::equals).isPresent();
    }

    /**
     * The message.
     *
     * @param channel the channel's name by the number that the firmware gives it
     * @param zone of the gateway's clock
     * @throws ProblemException if it has no sender
     */
    public InboundNotice message(UnaryOperator<String> channel, ZoneId zone) throws ProblemException {
        String sender = value(Field.SENDER)
                .orElseThrow(() ->
                        new ProblemException(Problem.wrongField(Field.SENDER.key(), "a message needs its sender")));
        return new InboundNotice(
                key(),
                channel.apply(value(Field.CHANNEL).orElse("")),
                value(Field.IMSI),
                sender,
                value(Field.SIM),
                values.getOrDefault(Field.TEXT, ""),
                value(Field.TIME)
                        .flatMap(time -> FirmwareTime.parse(time, zone))
                        .or(() -> value(Field.AT).flatMap(at -> FirmwareTime.parse(at, zone))));
    }

    /** The call. */
    public CallNotice call(UnaryOperator<String> channel) {
        return new CallNotice(channel.apply(value(Field.CHANNEL).orElse("")), value(Field.IMSI), value(Field.SENDER));
    }

    /** What a script that tries again repeats: the id that it gives, or else the time. */
    private Optional<String> key() {
        return value(Field.ID).or(() -> value(Field.TIME));
    }

    private Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The names only: the values hold numbers and texts. */
    @Override
    public String toString() {
        return "FirmwareEvent" + values.keySet();
    }
}
