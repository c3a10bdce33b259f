package io.polygator.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.simulator.network.Latency;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpSimulatorTest {
    private static final int MANY = 256;
    private static final int PATIENCE_MILLIS = 20_000;

    @Test
    void servesEveryChannelOverTcpWithAHandfulOfThreads() throws Exception {
        int threadsBefore = Thread.activeCount();
        try (PolygatorSimulator simulator = PolygatorSimulator.builder()
                .channels(MANY)
                .firstPort(0)
                .sendLatency(Latency.none())
                .build()
                .start()) {
            List<Socket> clients = new ArrayList<>();
            try {
                for (String address : simulator.addresses()) {
                    clients.add(connect(address));
                }
                for (Socket client : clients) {
                    send(client, "outside");
                }
                assertThat(simulator.air().total()).isEqualTo(MANY);
                assertThat(Thread.activeCount() - threadsBefore).isLessThanOrEqualTo(4);
            } finally {
                for (Socket client : clients) {
                    client.close();
                }
            }
        }
    }

    @Test
    void listensNowhereWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PolygatorSimulator simulator = PolygatorSimulator.builder()
                        .channels(1)
                        .firstPort(taken.getLocalPort())
                        .build()) {
            assertThatThrownBy(simulator::start)
                    .isInstanceOf(LinkException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private static Socket connect(String address) throws IOException {
        TransportAddress.Tcp tcp = (TransportAddress.Tcp) TransportAddress.parse(address);
        Socket socket = new Socket(tcp.host(), tcp.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket client, String text) throws IOException {
        String line = Submits.line(Stage.SOMEBODY, text);
        ask(client, "ATE0\r", "OK\r\n");
        ask(client, Submits.command(line), "> ");
        ask(client, line + Stage.CTRL_Z, "OK\r\n");
    }

    private static void ask(Socket client, String typed, String until) throws IOException {
        client.getOutputStream().write(typed.getBytes(ISO_8859_1));
        InputStream in = client.getInputStream();
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().endsWith(until)) {
            int octet = in.read();
            assertThat(octet).as("heard so far: %s", heard).isNotNegative();
            heard.append((char) octet);
        }
    }
}
