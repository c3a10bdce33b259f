package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls to the lines that a virtual modem stands for, as its clients hear them. */
class ServedCallsTest {
    private static final Optional<String> SOMEBODY = Optional.of("+380671234567");
    private static final String RING = "\r\nRING\r\n";
    private static final String NO_CARRIER = "\r\nNO CARRIER\r\n";

    private final PortBench bench = new PortBench();

    private PortBench.Client connect() {
        PortBench.Client client = bench.connect();
        client.type("ATE0\r");
        return client;
    }

    private String heardWithin(PortBench.Client client, Duration time) {
        bench.loop.advance(time);
        return client.heard();
    }

    @Test
    void aCallRingsUntilItEnds() {
        PortBench.Client client = connect();
        bench.calls.rings("g8-1", SOMEBODY);
        assertThat(heardWithin(client, Duration.ZERO)).isEqualTo(RING);
        assertThat(heardWithin(client, ServedCalls.RING_EVERY)).isEqualTo(RING);
        bench.calls.ended("g8-1");
        assertThat(heardWithin(client, ServedCalls.RING_EVERY)).isEqualTo(NO_CARRIER);
        assertThat(heardWithin(client, ServedCalls.LONGEST)).isEmpty();
    }

    @Test
    void whoAskedForItIsToldTheCallerWithEachRing() {
        PortBench.Client client = connect();
        client.type("AT+CLIP=1\r");
        bench.calls.rings("g8-1", SOMEBODY);
        String told = RING + "\r\n+CLIP: \"+380671234567\",145,\"\",,\"\",0\r\n";
        assertThat(heardWithin(client, ServedCalls.RING_EVERY)).isEqualTo(told + told);

        bench.calls.rings("g8-1", Optional.of("0671234567"));
        assertThat(heardWithin(client, Duration.ZERO)).contains("+CLIP: \"0671234567\",129,");
        bench.calls.rings("g8-1", Optional.empty());
        assertThat(heardWithin(client, Duration.ZERO)).contains("+CLIP: \"\",128,");
    }

    @Test
    void whoHangsUpHearsNoMoreOfIt() {
        PortBench.Client client = connect();
        bench.calls.rings("g8-1", SOMEBODY);
        heardWithin(client, Duration.ZERO);
        assertThat(client.type("ATH\r")).contains("OK");
        bench.calls.ended("g8-1");
        assertThat(heardWithin(client, ServedCalls.LONGEST)).isEmpty();
    }

    @Test
    void whoTakesItIsToldThatItIsOver() {
        PortBench.Client client = connect();
        bench.calls.rings("g8-1", SOMEBODY);
        heardWithin(client, Duration.ZERO);
        assertThat(client.type("ATA\r")).isEqualTo(NO_CARRIER);
        assertThat(heardWithin(client, ServedCalls.LONGEST)).isEmpty();
        assertThat(client.type("ATA\r")).isEqualTo(NO_CARRIER);
    }

    @Test
    void aRingingCallIsListedAndTheModemSaysThatItRings() {
        PortBench.Client client = connect();
        assertThat(client.type("AT+CPAS\r")).contains("+CPAS: 0");
        bench.calls.rings("g8-1", SOMEBODY);
        bench.calls.rings("g8-2", Optional.empty());
        assertThat(client.type("AT+CPAS\r")).contains("+CPAS: 3");
        assertThat(client.type("AT+CLCC\r"))
                .contains("+CLCC: 1,1,4,0,0,\"+380671234567\",145\r\n", "+CLCC: 2,1,4,0,0\r\n");
        bench.calls.ended("g8-1");
        bench.calls.ended("g8-2");
        assertThat(client.type("AT+CLCC\r")).doesNotContain("+CLCC");
    }

    @Test
    void aCallWhoseEndIsNotToldIsOverInTheEnd() {
        PortBench.Client client = connect();
        bench.calls.rings("g8-1", SOMEBODY);
        assertThat(heardWithin(client, ServedCalls.LONGEST.plus(ServedCalls.RING_EVERY)))
                .startsWith(RING)
                .endsWith(NO_CARRIER)
                .containsOnlyOnce("NO CARRIER");
        assertThat(heardWithin(client, ServedCalls.LONGEST)).isEmpty();
    }

    @Test
    void theSameLineRingsForOneCallAtATime() {
        PortBench.Client client = connect();
        bench.calls.rings("g8-1", SOMEBODY);
        bench.calls.rings("g8-1", SOMEBODY);
        heardWithin(client, Duration.ZERO);
        assertThat(heardWithin(client, ServedCalls.RING_EVERY)).isEqualTo(RING);
    }
}
