package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads now and then how the module announces messages (AT+CNMI?): one that restarted without a word has forgotten what
 * the start-up told it. The first reading is what the later ones are compared with, since modules may read back
 * something else than was set. Modem loop only.
 */
final class AnnouncementWatch {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final String ANSWER = "+CNMI:";

    private final Recovery recovery;
    private Optional<String> first = Optional.empty();
    private Instant lastLook = Instant.MIN;

    AnnouncementWatch(Recovery recovery) {
        this.recovery = recovery;
    }

    /** The start-up has just told the module how to announce messages. */
    void begin(Line line) {
        first = Optional.empty();
        look(line);
    }

    void lookIfDue(Line line) {
        if (!line.loop().instant().isBefore(lastLook.plus(PERIOD))) {
            look(line);
        }
    }

    private void look(Line line) {
        lastLook = line.loop().instant();
        line.run(Commands.inBackground(Commands.announcements())).thenAccept(reply -> {
            if (line.isAlive()) {
                reading(reply).ifPresent(this::compare);
            }
        });
    }

    private void compare(String reading) {
        if (first.isEmpty()) {
            first = Optional.of(reading);
        } else if (!reading.equals(first.get())) {
            recovery.moduleInTrouble(
                    "AT+CNMI is no longer as the start-up set it: the module must have restarted unnoticed");
        }
    }

    private static Optional<String> reading(AtReply reply) {
        return Answers.isOk(reply)
                ? Answers.information(reply).stream()
                        .filter(line -> line.startsWith(ANSWER))
                        .map(line -> line.substring(ANSWER.length()).trim())
                        .findFirst()
                : Optional.empty();
    }
}
