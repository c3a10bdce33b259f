package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.session.Urc;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Loop.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of the SIM's storage is read and when: what was announced, and all of it at the start, periodically and
 * whenever announcements may have been missed. One reading at a time; several announcements become one sweep. Modem
 * loop only.
 */
final class Inbox {
    private static final int MOST_ANNOUNCED = 64;

    private final Loop loop;
    private final Duration period;
    private final StorageReader reader;
    private final Deque<Location> announced = new ArrayDeque<>();
    private @Nullable Line line;
    private @Nullable Timer nextSweep;
    private Instant nextSweepDue = Instant.MAX;
    private boolean sweepDue;
    private boolean reading;

    /** A slot of a memory. */
    private record Location(String memory, int index) {}

    Inbox(Loop loop, Duration period, StatusBoard board, Handover handover, StorageGauge gauge) {
        this.loop = loop;
        this.period = period;
        this.reader = new StorageReader(loop, board, handover, gauge, this::sweepBeforeLong);
    }

    /** A module is ready to be read: whatever was announced before is found by the sweep. */
    void begin(Line ready) {
        end();
        line = ready;
        sweepSoon();
    }

    /** Nothing can be read any more. */
    void end() {
        line = null;
        reading = false;
        announced.clear();
        cancelSweep();
    }

    /** Reads the whole storage as soon as what is being read now is done. */
    void sweepSoon() {
        sweepDue = true;
        next();
    }

    private void sweepBeforeLong() {
        scheduleSweep(shorter(period));
    }

    /** {@code +CMTI: "SM",3} or {@code +CDSI: "SR",1}; some firmwares leave the quotes out. */
    void onAnnounced(Urc urc) {
        AtArguments location = AtArguments.parse(urc.arguments());
        String memory = location.text(0).orElse(StartUp.MEMORY);
        if (location.number(1).isEmpty() || announced.size() >= MOST_ANNOUNCED) {
            sweepSoon();
            return;
        }
        announced.add(new Location(memory, location.number(1).getAsInt()));
        next();
    }

    private void next() {
        Line current = line;
        if (current == null || reading) {
            return;
        }
        work(current).ifPresent(work -> {
            reading = true;
            work.thenAccept(complete -> done(current, complete));
        });
    }

    private Optional<CompletionStage<Boolean>> work(Line current) {
        if (sweepDue || announcedAtHome() > 1) {
            sweepDue = false;
            announced.removeIf(Inbox::isAtHome);
            cancelSweep();
            return Optional.of(reader.sweep(current));
        }
        return Optional.ofNullable(announced.poll())
                .map(location -> reader.read(current, location.memory, location.index));
    }

    private void done(Line of, boolean complete) {
        if (of == line) {
            reading = false;
            scheduleSweep(complete ? period : shorter(period));
            next();
        }
    }

    /** Sweeps after the wait, unless a sweep is due before. */
    private void scheduleSweep(Duration wait) {
        Instant due = loop.instant().plus(wait);
        if (nextSweep != null && !due.isBefore(nextSweepDue)) {
            return;
        }
        cancelSweep();
        nextSweepDue = due;
        nextSweep = loop.schedule(wait, () -> {
            nextSweep = null;
            sweepSoon();
        });
    }

    private void cancelSweep() {
        if (nextSweep != null) {
            nextSweep.cancel();
            nextSweep = null;
        }
    }

    private long announcedAtHome() {
        return announced.stream().filter(Inbox::isAtHome).count();
    }

    private static boolean isAtHome(Location location) {
        return location.memory.equals(StartUp.MEMORY);
    }

    private static Duration shorter(Duration period) {
        return period.dividedBy(4);
    }
}
