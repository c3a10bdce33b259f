package io.polygator.gsm.modem;

import io.polygator.gsm.transport.Loop.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads registration, signal, operator and the way messages are announced periodically, but never while a message or a
 * USSD dialogue is under way. A module that stays unregistered has its radio cycled, at most three times an hour: more looks like an attack and
 * can get the SIM barred. Modem loop only.
 */
final class Supervision {
    private static final Duration UNREGISTERED_TOO_LONG = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int RADIO_CYCLES_PER_HOUR = 3;

    private final Duration period;
    private final NetworkWatch network;
    private final Turns turns;
    private final Recovery recovery;
    private final AnnouncementWatch announcements;
    private final Deque<Instant> radioCycles = new ArrayDeque<>();
    private @Nullable Timer timer;
    private Optional<Instant> unregisteredSince = Optional.empty();

    Supervision(Duration period, NetworkWatch network, Turns turns, Recovery recovery) {
        this.period = period;
        this.network = network;
        this.turns = turns;
        this.recovery = recovery;
        this.announcements = new AnnouncementWatch(recovery);
    }

    void begin(Line line) {
        end();
        unregisteredSince = Optional.empty();
        announcements.begin(line);
        arm(line);
    }

    void end() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Reads now what would be read later. */
    void pollNow(Line line) {
        if (line.isIdle() && !turns.isBusy()) {
            line.run(Commands.inBackground(Commands.registration())).thenAccept(network::acceptRegistration);
            line.run(Commands.inBackground(Commands.signal())).thenAccept(network::acceptSignal);
            line.run(Commands.inBackground(Commands.operatorName())).thenAccept(network::acceptOperator);
            announcements.lookIfDue(line);
        }
    }

    private void arm(Line line) {
        timer = line.loop().schedule(period, () -> {
            arm(line);
            pollNow(line);
            considerRadio(line);
        });
    }

    private void considerRadio(Line line) {
        Instant now = line.loop().instant();
        if (network.isRegistered()) {
            unregisteredSince = Optional.empty();
            return;
        }
        Instant since = unregisteredSince.orElse(now);
        unregisteredSince = Optional.of(since);
        radioCycles.removeIf(cycle -> cycle.isBefore(now.minus(HOUR)));
        boolean due = !now.isBefore(since.plus(UNREGISTERED_TOO_LONG));
        if (due && radioCycles.size() < RADIO_CYCLES_PER_HOUR && !turns.isBusy()) {
            radioCycles.add(now);
            recovery.cycleRadio();
        }
    }
}
