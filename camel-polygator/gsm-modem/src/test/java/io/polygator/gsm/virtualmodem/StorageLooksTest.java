package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who looks into the storage by itself is handed nothing that could get lost on the way. */
class StorageLooksTest {
    private static final String HELLO = "07918350000005F0040C9183051032547600006210311052638005E8329BFD06";
    private static final String REPORT = "07918350000005F006070C91830510325476621031105263806210311052738000";
    private static final String DIRECT = "ATE0;+CNMI=1,2,0,1,0\r";
    /** As smsd asks in every round. */
    private static final String COUNT = "AT+CPMS?\r";

    private final PortBench bench = new PortBench();
    private final PortBench.Client client = bench.connect();

    @Test
    void whoLooksFindsMessagesAndReportsInTheStorage() {
        client.type(DIRECT);
        bench.deliver(HELLO);
        client.type(COUNT);
        bench.loop.advance(StorageLooks.SETTLING);
        bench.announce(REPORT);
        assertThat(client.heard()).doesNotContain("+CM", "+CD");
        assertThat(client.type(COUNT)).contains("\"SM\",2,25");
        assertThat(client.type("AT+CMGR=1\r")).contains(HELLO);
        assertThat(client.type("AT+CMGR=2\r")).contains(REPORT);
    }

    @Test
    void whoHasNotShownItsHabitsWaits() {
        client.type(DIRECT);
        bench.announce(HELLO);
        assertThat(client.heard()).doesNotContain("+CM");
        bench.loop.advance(StorageLooks.SETTLING);
        assertThat(client.heard()).contains("+CMT", HELLO);
        assertThat(bench.storage.used()).isZero();
    }

    @Test
    void whoLookedOnlyOnceIsHandedItAfterARound() {
        client.type(DIRECT + COUNT);
        bench.loop.advance(StorageLooks.SETTLING);
        bench.announce(HELLO);
        assertThat(client.heard()).doesNotContain(HELLO);
        bench.loop.advance(StorageLooks.ROUND);
        assertThat(client.heard()).contains("+CMT", HELLO);
        bench.announce(HELLO);
        assertThat(client.heard()).contains("+CMT", HELLO);
    }

    @Test
    void whoOnlyCountsIsHandedIt() {
        client.type(DIRECT + COUNT);
        bench.announce(HELLO);
        Duration counting = Duration.ofSeconds(30);
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < StorageLooks.ROUND.plus(StorageLooks.HEED).dividedBy(counting) + 1; i++) {
            heard.append(client.type(COUNT));
            bench.loop.advance(counting);
        }
        assertThat(heard.append(client.heard())).contains("+CMT", HELLO);
    }

    @Test
    void whoReadsNowAndThenCountsOnNothingElse() {
        client.type(DIRECT);
        for (int i = 0; i < 10; i++) {
            client.type("AT+CMGL=4\r");
            bench.announce(HELLO);
            bench.loop.advance(StorageLooks.ROUND.minusSeconds(1));
            assertThat(client.heard()).doesNotContain("+CMT");
        }
        assertThat(bench.storage.used()).isEqualTo(10);
    }

    @Test
    void whoLooksBecauseItIsToldOfMessagesIsHandedReports() {
        client.type("ATE0;+CNMI=2,1,0,1,0\r");
        client.type(COUNT);
        bench.announce(HELLO);
        bench.announce(REPORT);
        assertThat(client.heard()).contains("+CMTI: \"SM\",1", "+CDS: 25", REPORT);
    }

    @Test
    void whoAcknowledgesIsHandedItAtOnce() {
        client.type("ATE0;+CSMS=1;+CNMI=1,2,0,1,0\r");
        client.type(COUNT);
        bench.announce(HELLO);
        assertThat(client.heard()).contains("+CMT", HELLO);
    }

    @Test
    void theNextClientIsNewToThePort() {
        client.type(DIRECT + COUNT);
        client.leave();
        bench.announce(HELLO);
        PortBench.Client next = bench.connect();
        assertThat(bench.settled(next, DIRECT)).contains("+CMT", HELLO);
    }
}
