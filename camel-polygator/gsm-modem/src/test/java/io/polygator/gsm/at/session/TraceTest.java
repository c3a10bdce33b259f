package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dialogue in traces/ comes out the same, wherever the network cuts it. */
class TraceTest {

    static Stream<Trace> traces() throws Exception {
        return Trace.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void tellsWhatTheTraceSays(Trace trace) {
        assertThat(trace.play(position -> false).events).isEqualTo(trace.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void cutAtAnyByte(Trace trace) {
        int length = trace.play(position -> false).said();
        for (int cut = 1; cut < length; cut++) {
            int at = cut;
            assertThat(trace.play(position -> position == at).events)
                    .as("cut before byte %d", at)
                    .isEqualTo(trace.expected());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void byteByByte(Trace trace) {
        assertThat(trace.play(position -> true).events).isEqualTo(trace.expected());
    }

    @Property(tries = 300)
    void cutAnywhere(@ForAll("anyTrace") Trace trace, @ForAll long seed) {
        BitSet cuts = new BitSet();
        Random random = new Random(seed);
        random.ints(random.nextInt(40), 0, 1000).forEach(cuts::set);

        assertThat(trace.play(cuts::get).events).isEqualTo(trace.expected());
    }

    @Provide
    Arbitrary<Trace> anyTrace() throws Exception {
        return Arbitraries.of(Trace.all().toList());
    }
}
