package io.polygator.benchmarks;

import java.io.IOException;
import java.util.Arrays;

/** Binds that keep their windows full of submit_sm. */
interface SmppLoad extends AutoCloseable {

    /**
     * Keeps every window full for so long, then lets all be answered.
     *
     * @return the time from each submit that was answered meanwhile to its answer, in nanoseconds
     */
    long[] run(long runNanos) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * What was answered in a run.
     *
     * @param perSecond answers
     * @param median of the time from a submit to its answer, in nanoseconds
     * @param slow what 99 of 100 answers took at most, in nanoseconds
     */
    record Result(long perSecond, long median, long slow) {
        static Result of(long[] nanos, long runNanos) {
            if (nanos.length == 0) {
                throw new IllegalStateException("nothing was answered within a run");
            }
            Arrays.sort(nanos);
            return new Result(
                    nanos.length * 1_000_000_000L / runNanos, nanos[nanos.length / 2], nanos[nanos.length * 99 / 100]);
        }
    }

    /** Times without a box for each. Not thread-safe. */
    final class Times {
        private long[] nanos = new long[1 << 10];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = time;
        }

        long[] all() {
            return Arrays.copyOf(nanos, count);
        }
    }
}
