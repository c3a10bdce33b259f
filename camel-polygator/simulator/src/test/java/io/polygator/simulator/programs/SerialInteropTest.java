package io.polygator.simulator.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.TransportAddress.Serial;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.serial.SerialPorts;
import io.polygator.gsm.transport.serial.SerialTransport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A modem behind a pseudo terminal, reached through the same calls as one behind a UART. */
@Tag("interop")
class SerialInteropTest {
    private final Path folder;
    private final NettyLoops loops = new NettyLoops();
    private final SerialPorts ports = new SerialPorts();
    private final LinkRecorder client = new LinkRecorder();
    private EchoingModem modem;

    SerialInteropTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("socat")).isEmpty();
    }

    @BeforeEach
    void startModem() throws Exception {
        modem = new EchoingModem(loops);
    }

    @AfterEach
    void close() {
        ports.close();
        modem.close();
        loops.close();
    }

    @Test
    void talksToAModem() {
        try (PseudoTerminal tty = terminal("tty")) {
            transport(tty).connect(client);
            for (int command = 0; command < 20; command++) {
                client.send("AT+TEST=" + command + "\r");
                client.awaitText("AT+TEST=" + command + "\r\r\nOK\r\n");
            }
            client.close();
            assertThat(client.end().cause()).isEqualTo(Cause.LOCAL);
        }
    }

    @Test
    void carriesEveryOctetAsItIs() {
        StringBuilder octets = new StringBuilder();
        for (char octet = 0; octet < 256; octet++) {
            octets.append(octet);
        }
        try (PseudoTerminal tty = terminal("tty")) {
            transport(tty).connect(client);
            client.send(octets.toString());
            client.awaitText(octets.toString());
            assertThat(client.text()).hasSize(256);
        }
    }

    @Test
    void noticesThatTheDeviceHangsUp() {
        try (PseudoTerminal tty = terminal("tty")) {
            transport(tty).connect(client);
            client.send("AT\r");
            client.awaitText("OK");

            tty.hangUp();

            assertThat(client.end().cause()).isEqualTo(Cause.BROKEN);
            assertThat(client.end().detail()).contains("hung up", "check", "tty");
        }
    }

    @Test
    void opensADeviceOnceAndAgainAfterItWasClosed() {
        try (PseudoTerminal tty = terminal("tty")) {
            transport(tty).connect(client);
            client.link();

            LinkRecorder second = new LinkRecorder();
            transport(tty).connect(second);
            assertThat(second.end().cause()).isEqualTo(Cause.BUSY);

            client.close();
            client.end();
            LinkRecorder third = new LinkRecorder();
            transport(tty).connect(third);
            third.send("AT\r");
            third.awaitText("OK");
        }
    }

    @Test
    void respectsTheLockOfAnotherProgram() {
        assumeThat(RequiredPrograms.missing("flock")).isEmpty();
        try (PseudoTerminal tty = terminal("tty");
                RunningProgram other = RunningProgram.start(
                        "flock", tty.device().toString(), "sh", "-c", "echo locked; exec sleep 600")) {
            other.awaitOutput("locked");
            transport(tty).connect(client);
            assertThat(client.end().cause()).isEqualTo(Cause.BUSY);
        }
    }

    @Test
    void givesUpADeviceThatTakesEverythingAndSaysNothing() {
        try (PseudoTerminal tty = terminal("tty")) {
            transport(tty).connect(client);
            client.send("x".repeat(5000));
            assertThat(client.end().cause()).isEqualTo(Cause.BROKEN);
            assertThat(client.end().detail()).contains("without a word");
        }
    }

    @Test
    void closesWhatIsOpenWithItsPorts() {
        try (PseudoTerminal tty = terminal("tty")) {
            transport(tty).connect(client);
            client.link();
            ports.close();
            assertThat(client.end().cause()).isEqualTo(Cause.LOCAL);
        }
    }

    @Test
    void servesAllDevicesOnTwoThreads() {
        List<PseudoTerminal> terminals = new ArrayList<>();
        List<LinkRecorder> clients = new ArrayList<>();
        for (int channel = 0; channel < 8; channel++) {
            PseudoTerminal tty = terminal("ttyPG" + channel);
            LinkRecorder listener = new LinkRecorder();
            terminals.add(tty);
            clients.add(listener);
            transport(tty).connect(listener);
        }
        clients.forEach(listener -> listener.send("AT\r"));
        clients.forEach(listener -> listener.awaitText("OK"));

        assertThat(serialThreads()).isSubsetOf("polygator-serial-io", "polygator-serial-opener");
        terminals.forEach(PseudoTerminal::close);
    }

    private static Set<String> serialThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("serial"))
                .collect(Collectors.toSet());
    }

    private PseudoTerminal terminal(String name) {
        return PseudoTerminal.inFrontOf(modem.port(), folder.resolve(name));
    }

    private SerialTransport transport(PseudoTerminal tty) {
        return new SerialTransport(ports, loops.next(), new Serial(tty.device().toString(), Serial.DEFAULT_BAUD));
    }
}
