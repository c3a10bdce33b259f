package io.polygator.camel.modem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.http.client.Certificate;
import io.polygator.simulator.programs.FreePort;
import io.polygator.simulator.programs.RequiredPrograms;
import io.polygator.simulator.programs.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that reach their virtual modem over TLS. */
class ModemTlsTest extends ModemTestSupport {
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Certificate ours;
    private static Certificate theirs;

    private final int tlsPort = FreePort.any();

    @BeforeAll
    static void makeCertificates(@TempDir Path own, @TempDir Path others) throws Exception {
        ours = Certificate.make(own, HOST);
        theirs = Certificate.make(others, HOST);
    }

    private void start(String options) throws Exception {
        gateway = ModemGateway.start(
                folder, 1, "?sslContextParameters=#keys&" + options, "keys", ours.serverTrusting(theirs));
    }

    private Socket connect(SSLContext client) throws IOException {
        Socket socket = client.getSocketFactory().createSocket(HOST, tlsPort);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** Types it and gives what is said up to the result OK. */
    private static String command(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r").getBytes(ISO_8859_1));
        StringBuilder said = new StringBuilder();
        while (said.indexOf("\r\nOK\r\n") < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("ended after " + said);
            }
            said.append((char) octet);
        }
        return said.toString();
    }

    @Test
    void aClientOverTlsIsAClientOfTheSameModem() throws Exception {
        start("tlsPorts=" + tlsPort);
        gateway.offerInbound("4711", "for both");
        try (Socket encrypted = connect(ours.trustingClient());
                ModemClient plain = ModemClient.connect(gateway.port(0))) {
            assertThat(command(encrypted, "AT+CMGF=1;+CMGL=\"ALL\"")).contains("for both");
            plain.command("AT+CMGD=1");
            assertThat(command(encrypted, "AT+CPMS?")).contains("\"SM\",0,100");
        }
    }

    @Test
    void whoShowsNoCertificateWhereOneIsRequiredDoesNotGetIn() throws Exception {
        start("tlsPorts=" + tlsPort + "&clientCertificates=REQUIRED&maxClients=1");
        assertThatThrownBy(() -> {
                    try (Socket stranger = connect(ours.trustingClient())) {
                        command(stranger, "AT");
                    }
                })
                .isInstanceOf(IOException.class);
        try (Socket known = connect(ours.clientShowing(theirs))) {
            assertThat(command(known, "AT+CIMI")).contains("\r\nOK\r\n");
        }
    }

    @Test
    void whereACertificateIsOptionalItNeedNotBeShownButMustBeRightIfItIs() throws Exception {
        start("tlsPorts=" + tlsPort + "&clientCertificates=OPTIONAL");
        try (Socket unknown = connect(ours.trustingClient());
                Socket known = connect(ours.clientShowing(theirs))) {
            assertThat(command(unknown, "AT+CIMI")).contains("\r\nOK\r\n");
            assertThat(command(known, "AT+CIMI")).contains("\r\nOK\r\n");
        }
        assertThatThrownBy(() -> {
                    try (Socket impostor = connect(ours.clientShowing(ours))) {
                        command(impostor, "AT");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void whoSpeaksPlainlyThereIsNoClient() throws Exception {
        start("tlsPorts=" + tlsPort + "&maxClients=1");
        try (ModemClient plain = ModemClient.connect(tlsPort);
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), tlsPort);
                Socket encrypted = connect(ours.trustingClient())) {
            assertThat(command(encrypted, "AT")).contains("OK");
            plain.write("AT\r");
            assertThat(plain.isClosedByPeer()).isTrue();
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void portsWithoutKeysOrNotAsManyAsModemsAreNamed() {
        assertThatThrownBy(() -> ModemGateway.start(folder, 1, 1, "?tlsPorts=9201"))
                .hasStackTraceContaining("option tlsPorts=9201")
                .hasStackTraceContaining("it together with sslContextParameters");
        assertThatThrownBy(() -> start("tlsPorts=9201-9202"))
                .hasStackTraceContaining("option tlsPorts=9201-9202")
                .hasStackTraceContaining("2 ports for 1 modems: name one for each");
        assertThatThrownBy(() -> start("tlsPorts=secure")).hasStackTraceContaining("use ports such as 9201-9208");
    }

    @Test
    void withoutAnAccountNobodyFromOtherMachinesIsListenedToEvenEncrypted() {
        assertThatThrownBy(() -> start("tlsHost=0.0.0.0&tlsPorts=" + tlsPort))
                .hasStackTraceContaining("can be reached from other machines: set option account");
    }

    @Tag("interop")
    @Test
    void theDocumentedLineLeadsProgramsThere() throws Exception {
        assumeThat(RequiredPrograms.missing("socat")).isEmpty();
        start("tlsPorts=" + tlsPort);
        Path trusted = Files.writeString(folder.resolve("gateway.pem"), ours.pem());
        int near = FreePort.any();
        String line = ModemPage.block("sh", "openssl:")
                .replace("tcp-listen:9101", "tcp-listen:" + near)
                .replace("gateway.example.org:9201", HOST + ":" + tlsPort)
                .replace("gateway.pem", trusted.toString());
        try (RunningProgram tunnel = RunningProgram.start("sh", "-c", "exec " + line)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                try (ModemClient client = ModemClient.connect(near)) {
                    assertThat(client.command("AT")).as(tunnel::output).contains("OK");
                }
            });
        }
    }
}
