package io.polygator.camel.kannel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.http.client.ForbiddenTargetException;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.NumberRule;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DLR URLs from the request to the call. */
class KannelDlrTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SOMEBODY = "%2B380677654321";
    private static final String NOBODY = "%2B380677000000";

    private KannelDoor door;
    private Receiver receiver;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        receiver = new Receiver();
        door = KannelDoor.of(
                        folder,
                        PolygatorSimulator.builder()
                                .channels(2)
                                .otherNumbers(to -> to.value().endsWith("000000")
                                        ? NumberRule.Fate.UNOBTAINABLE
                                        : NumberRule.Fate.DELIVERED))
                .callingThisMachine()
                .withRoute("kannel-dlr");
    }

    @AfterEach
    void close() {
        door.close();
        receiver.close();
    }

    private void send(String to, int mask, String url) {
        String query = "to=" + to + "&from=shop&text=Hello&smsc=g1-1&account=mine&binfo=b%2F1&dlr-mask=" + mask
                + "&dlr-url=" + URLEncoder.encode(url, UTF_8);
        assertThat(door.sendSms(query).status()).isEqualTo(202);
    }

    @Test
    void eachStateThatTheMaskWantsIsToldOnce() throws Exception {
        door.start();
        send(SOMEBODY, 31, receiver.url("/dlr?d=%d&A=%A"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.targets())
                .containsExactly("/dlr?d=8&A=ACK%2F", "/dlr?d=1&A=Success"));
    }

    @Test
    void whoAsksIsToldThatTheNetworkStillTries(@TempDir Path other) throws Exception {
        FaultPlan phoneIsOff = FaultPlan.none().with(Fault.REPORT_TEMPORARY_FIRST, 1.0);
        door.close();
        door = KannelDoor.of(other, PolygatorSimulator.builder().channels(1).faults(phoneIsOff))
                .callingThisMachine()
                .withRoute("kannel-dlr")
                .start();
        send(SOMEBODY, 31, receiver.url("/all?d=%d&A=%A"));
        send(SOMEBODY, 4, receiver.url("/buffered?d=%d"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.targets())
                .containsOnlyOnce("/all?d=8&A=ACK%2F", "/all?d=4&A=Buffered", "/all?d=1&A=Success", "/buffered?d=4")
                .hasSize(4));
    }

    @Test
    void nothingIsToldThatTheMaskDoesNotWant() throws Exception {
        door.start();
        send(SOMEBODY, 2, receiver.url("/unwanted?d=%d"));
        send(SOMEBODY, 1, receiver.url("/wanted?d=%d"));
        send(NOBODY, 3, receiver.url("/failed?d=%d&A=%A"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.targets())
                .containsExactlyInAnyOrder("/wanted?d=1", "/failed?d=2&A=Failed"));
    }

    @Test
    void theCodesOfTheUrlAreFilledIn() throws Exception {
        door.start();
        send(
                SOMEBODY,
                1,
                receiver.url("/dlr?p=%p&P=%P&i=%i&I=%I&F=%F&o=%o&B=%B&n=%n&q=%q&t=%t&T=%T&x=%x&z=100%%25&m=%m"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.targets()).hasSize(1));
        assertThat(receiver.targets().get(0))
                .startsWith("/dlr?p=%2B380677654321&P=shop&i=g1-1&I="
                        + onlyMessage().id() + "&F=" + onlyMessage().id()
                        + "&o=mine&B=b%2F1&n=tester&q=%2B380677654321&t=20")
                .matches(".*&t=\\d{4}-\\d\\d-\\d\\d\\+\\d\\d:\\d\\d:\\d\\d&T=\\d{10}&x=%25x&z=100%25&m=-1");
    }

    private MessageStatus onlyMessage() throws Exception {
        List<MessageStatus> found = door.camel()
                .getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway()
                .find(MessageQuery.newest(2))
                .toCompletableFuture()
                .get();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void whatTheReceiverDoesNotTakeComesAgain() throws Exception {
        receiver.failing(500, 404);
        door.start();
        send(SOMEBODY, 1, receiver.url("/dlr?d=%d"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.targets())
                .containsExactly("/dlr?d=1", "/dlr?d=1", "/dlr?d=1"));
    }

    @Test
    void aRestartForgetsNeitherTheUrlNorTheCall() throws Exception {
        receiver.failing(503);
        door.start();
        send(SOMEBODY, 1, receiver.url("/dlr?d=%d"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.targets()).hasSize(1));

        door.restart();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.targets()).containsExactly("/dlr?d=1", "/dlr?d=1"));
    }

    @Test
    void aReceiverInAPrivateNetworkIsNotCalledUnlessTheOperatorAllowsIt(@TempDir Path folder) throws Exception {
        try (KannelDoor strict =
                KannelDoor.of(folder, 1).withRoute("kannel-dlr").start()) {
            String url = URLEncoder.encode(receiver.url("/dlr?d=%d"), UTF_8);
            assertThat(strict.sendSms("to=" + SOMEBODY + "&text=Hello&dlr-mask=1&dlr-url=" + url)
                            .status())
                    .isEqualTo(202);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(strict.failures())
                    .anySatisfy(failure -> assertThat(failure).isInstanceOf(ForbiddenTargetException.class)));
        }
        assertThat(receiver.targets()).isEmpty();
    }
}
