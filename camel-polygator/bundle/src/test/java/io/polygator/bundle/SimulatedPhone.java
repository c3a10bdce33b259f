package io.polygator.bundle;

import static org.awaitility.Awaitility.await;

import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.transport.LinkException;
import io.polygator.simulator.PolygatorSimulator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** Somebody's phone and a gateway with one SIM, in this process, which the host reaches over TCP. */
final class SimulatedPhone implements AutoCloseable {
    private static final String NUMBER = "380677654321";
    private static final String QUESTION = "Is anybody there?";
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(90);

    private final PolygatorSimulator simulator =
            PolygatorSimulator.builder().channels(1).firstPort(0).build();

    SimulatedPhone() throws LinkException {
        simulator.start();
    }

    /** Where the gateway is: {@code tcp:host:port}. */
    String gatewayAddress() {
        return simulator.addresses().get(0);
    }

    /** Sends a message to the SIM and waits for the answer that the route {@code answer.yaml} gives. */
    void exchangesMessagesWith(HostProcess host) throws IOException {
        simulator.channel(0).receiveFrom("+" + NUMBER, QUESTION);
        try {
            await("an answer to the phone")
                    .atMost(ANSWERED_WITHIN)
                    .failFast("the host ended", host::ended)
                    .until(this::answered);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError(e.getMessage() + "\n" + host.lastWords(), e);
        }
    }

    private boolean answered() {
        return got("Answer to " + QUESTION);
    }

    /** Who sends to the phone has its number from here, without a plus. */
    static String number() {
        return NUMBER;
    }

    /** Whether the SIM has sent the phone this text. */
    boolean got(String text) {
        List<UserData> segments = simulator.channel(0).segments(text);
        return simulator.air().entries().stream()
                .anyMatch(entry ->
                        entry.destination().value().equals(NUMBER) && segments.equals(List.of(entry.userData())));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
