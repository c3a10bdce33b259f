package io.polygator.gsm.transport.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.RecordingListener;
import io.polygator.gsm.transport.TransportAddress.Serial;
import io.polygator.gsm.transport.netty.NettyLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialTransportTest {
    private final Path folder;
    private final NettyLoops loops = new NettyLoops();
    private final SerialPorts ports = new SerialPorts();
    private final RecordingListener client = new RecordingListener();

    SerialTransportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        ports.close();
        loops.close();
    }

    @Test
    void saysThatThereIsNoSuchDevice() {
        transport(folder.resolve("ttyPG0")).connect(client);

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(client.end().detail()).contains("no such device", "check its path", "ttyPG0");
        assertThat(client.isOpened()).isFalse();
    }

    @Test
    void saysThatAFileIsNoSerialDevice() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no tty");
        transport(file).connect(client);

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(client.end().detail()).contains("not a serial device");
    }

    @Test
    void opensNothingMoreOnceItsPortsAreClosed() {
        ports.close();
        transport(folder.resolve("ttyPG0")).connect(client);

        assertThat(client.end().cause()).isEqualTo(Cause.UNREACHABLE);
    }

    @Test
    void keepsTheAddressAsTheOperatorWroteIt() {
        SerialTransport transport = new SerialTransport(ports, loops.next(), new Serial("/dev/ttyUSB0", 9600));
        assertThat(transport.address()).isEqualTo("serial:/dev/ttyUSB0@9600");
    }

    private SerialTransport transport(Path device) {
        return new SerialTransport(ports, loops.next(), new Serial(device.toString(), Serial.DEFAULT_BAUD));
    }
}
