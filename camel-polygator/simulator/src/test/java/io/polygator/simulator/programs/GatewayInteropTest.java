package io.polygator.simulator.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gsm.transport.TransportAddress.Serial;
import io.polygator.gsm.transport.serial.SerialPorts;
import io.polygator.gsm.transport.serial.SerialTransport;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.network.Latency;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated gateway whose modules sit behind real serial devices: the first is reached through the real ser2net, the
 * second directly. Runs in real time, because ser2net does.
 */
@Tag("interop")
class GatewayInteropTest {
    private static final String SOMEBODY = "+380677654321";
    private static final Duration IDLE_CLOSE = Duration.ofSeconds(20);
    private static final Duration USUAL_KEEP_ALIVE = Duration.ofSeconds(10);
    private static final Duration NO_KEEP_ALIVE = Duration.ofMinutes(5);

    private final Path folder;
    private final SerialPorts ports = new SerialPorts();
    private final PolygatorSimulator simulator = PolygatorSimulator.builder()
            .channels(2)
            .sendLatency(Latency.none())
            .transitLatency(Latency.none())
            .build();
    private NullModemCable first;
    private NullModemCable second;
    private Ser2net ser2net;
    private RealGateway gateway;

    GatewayInteropTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("ser2net", "socat")).isEmpty();
    }

    @BeforeEach
    void plugIn() {
        first = NullModemCable.in(folder, "ttyPG0");
        second = NullModemCable.in(folder, "ttyPG1");
        simulator.switchOn();
        wire(0, first);
        wire(1, second);
        ser2net = Ser2net.serve(first.clientEnd(), IDLE_CLOSE, folder);
        gateway = new RealGateway();
    }

    private void wire(int channel, NullModemCable cable) {
        Serial device = new Serial(cable.moduleEnd().toString(), Serial.DEFAULT_BAUD);
        simulator.serve(channel, new SerialTransport(ports, simulator.loop(), device));
    }

    @AfterEach
    void unplug() {
        gateway.close();
        ser2net.close();
        simulator.close();
        ports.close();
        first.close();
        second.close();
    }

    @Test
    void bothWaysToADeviceCarryMessages() {
        openBehindSer2net(USUAL_KEEP_ALIVE);
        gateway.open("g8-2", "serial:" + second.clientEnd(), USUAL_KEEP_ALIVE);

        gateway.deliver("g8-1", numberOf(1), "through ser2net \u20ac");
        gateway.awaitReceived("through ser2net \u20ac");
        gateway.deliver("g8-2", numberOf(0), "from a serial device \u043f\u0440\u0438\u0432\u0456\u0442");
        gateway.awaitReceived("from a serial device \u043f\u0440\u0438\u0432\u0456\u0442");
    }

    @Test
    void keepAliveOutlivesTheIdleClose() {
        openBehindSer2net(USUAL_KEEP_ALIVE);

        Duration silence = IDLE_CLOSE.plusSeconds(3);
        await().during(silence).atMost(silence.multipliedBy(2)).until(() -> gateway.isRegistered("g8-1"));
        gateway.deliver("g8-1", numberOf(1), "after the silence");
        simulator.channel(0).receiveFrom(SOMEBODY, "into the silence");
        gateway.awaitReceived("into the silence");

        assertThat(gateway.states()).containsOnlyOnce(State.CONNECTING);
    }

    @Test
    void whatComesWhileSer2netHasHungUpIsDelivered() {
        openBehindSer2net(NO_KEEP_ALIVE);

        await().atMost(RealGateway.PATIENCE).until(() -> !gateway.isRegistered("g8-1"));
        simulator.channel(0).receiveFrom(SOMEBODY, "while nobody listened");
        gateway.awaitReceived("while nobody listened");

        assertThat(gateway.states()).containsSubsequence(State.REGISTERED, State.CONNECTING, State.REGISTERED);
    }

    private void openBehindSer2net(Duration keepAlive) {
        gateway.open("g8-1", "tcp:127.0.0.1:" + ser2net.port(), keepAlive);
    }

    private String numberOf(int channel) {
        return simulator.channel(channel).sim().number();
    }
}
