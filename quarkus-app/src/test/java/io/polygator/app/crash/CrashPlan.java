package io.polygator.app.crash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * When the application is killed; the same seed gives the same moments.
 *
 * @param seed what chance is drawn from, here and by the traffic
 * @param kills one after the other
 */
record CrashPlan(long seed, List<Kill> kills) {
    private static final long SEED = 20_261_123;
    private static final int KILLS = 5;
    private static final double SHARE_DURING_START = 0.2;
    private static final Range START = new Range(200, 3_000);
    private static final Range RUN = new Range(200, 2_700);

    /** In milliseconds. */
    private record Range(long shortest, long longest) {
        Duration draw(SplittableRandom random) {
            return Duration.ofMillis(random.nextLong(shortest, longest));
        }
    }

    /** From when on a moment is counted. */
    enum Since {
        START,
        READY
    }

    /** A moment. */
    record Kill(Since since, Duration after) {}

    /** As {@code POLYGATOR_CRASH_KILLS} and {@code POLYGATOR_CRASH_SEED} say, in the environment or as {@code -D}. */
    static CrashPlan configured() {
        int kills = setting("POLYGATOR_CRASH_KILLS").map(Integer::parseInt).orElse(KILLS);
        long seed = setting("POLYGATOR_CRASH_SEED").map(Long::parseLong).orElse(SEED);
        SplittableRandom random = new SplittableRandom(seed);
        return new CrashPlan(
                seed, Stream.generate(() -> draw(random)).limit(kills).toList());
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name)));
    }

    private static Kill draw(SplittableRandom random) {
        return random.nextDouble() < SHARE_DURING_START
                ? new Kill(Since.START, START.draw(random))
                : new Kill(Since.READY, RUN.draw(random));
    }
}
