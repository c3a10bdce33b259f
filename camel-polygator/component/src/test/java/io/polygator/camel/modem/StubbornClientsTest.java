package io.polygator.camel.modem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients of a virtual modem that read slowly or not at all. */
class StubbornClientsTest extends ModemTestSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SMALLEST_BUFFER = 4096;
    /** Far more than the systems of both ends keep for a connection. */
    private static final int MOST_COMMANDS = 1_000_000;

    /** That one message holds. */
    private static final String LONGEST_TEXT = "Message ".repeat(20);

    /** A modem whose storage is full. */
    private void start(int capacity) throws Exception {
        gateway = ModemGateway.start(folder, 1, 1, "?capacity=" + capacity);
        for (int i = 1; i <= capacity; i++) {
            gateway.offerInbound("id " + i, LONGEST_TEXT);
        }
    }

    /** A connection on which little is under way. */
    private Socket narrow() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALLEST_BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port(0)));
        return socket;
    }

    private static void type(Socket socket, String typed) throws IOException {
        socket.getOutputStream().write(typed.getBytes(ISO_8859_1));
    }

    @Test
    void whoNeverReadsIsCutOffAndHoldsUpNobodyElse() throws Exception {
        start(100);
        try (Socket deaf = narrow();
                ModemClient other = ModemClient.connect(gateway.port(0))) {
            type(deaf, "ATE0\r");

            assertThat(commandsUntilCutOff(deaf, other)).isLessThan(MOST_COMMANDS);

            assertThat(other.command("AT+CPMS?")).contains("\"SM\",100,100");
            gateway.channel(0).receiveFrom("+380677654321", "still received");
            other.command("AT+CMGF=1");
            other.command("AT+CMGD=1,4");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.command("AT+CMGL=\"ALL\""))
                    .contains("still received"));
        }
    }

    /** How many lists of all messages it asked for while the other one was answered all the time. */
    private static int commandsUntilCutOff(Socket deaf, ModemClient other) throws IOException {
        String tenLists = "AT+CMGL=4\r".repeat(10);
        for (int commands = 0; commands < MOST_COMMANDS; commands += 10) {
            try {
                type(deaf, tenLists);
            } catch (IOException cutOff) {
                return commands;
            }
            assertThat(other.command("AT")).contains("OK");
        }
        return MOST_COMMANDS;
    }

    @Test
    void whoReadsSlowlyGetsTheLongestListWhole() throws Exception {
        start(1000);
        try (Socket slow = narrow()) {
            // nothing takes more octets than GSM characters in this character set
            type(slow, "ATE0;+CMGF=1;+CSDH=1;+CSCS=\"UCS2\"\r");
            type(slow, "AT+CMGL=\"ALL\"\r");

            String list = heardUntilSecondOk(slow);
            assertThat(list.lines().filter(line -> line.startsWith("+CMGL: "))).hasSize(1000);
            assertThat(list.length())
                    .as("on a slow network all of it waits at once")
                    .isLessThan(PoolModem.limits(1000).unsentOctets());
        }
    }

    /** Read in small bites. */
    private static String heardUntilSecondOk(Socket socket) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        StringBuilder heard = new StringBuilder();
        byte[] bite = new byte[SMALLEST_BUFFER];
        while (!isComplete(heard)) {
            int count = socket.getInputStream().read(bite);
            if (count < 0) {
                throw new AssertionError("cut off after " + heard.length() + " octets");
            }
            heard.append(new String(bite, 0, count, ISO_8859_1));
        }
        return heard.toString();
    }

    private static boolean isComplete(StringBuilder heard) {
        return heard.indexOf("+CMGL: ") >= 0 && heard.lastIndexOf("\r\nOK\r\n") == heard.length() - 6;
    }
}
