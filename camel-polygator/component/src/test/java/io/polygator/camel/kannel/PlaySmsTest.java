package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.http.kannel.SmsService;
import io.polygator.http.kannel.SmsService.Action;
import io.polygator.http.kannel.SmsService.AnswerHeaders;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests of PlaySMS' Kannel plugin as it writes them, and the calls that it waits for. */
class PlaySmsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CALL = "/index.php?app=call&cat=gateway&plugin=kannel";

    private KannelDoor door;
    private Receiver playSms;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        playSms = new Receiver();
        door = KannelDoor.of(folder, 2)
                .callingThisMachine()
                .withRoute("kannel-dlr")
                .with(new SmsService(
                        "default",
                        List.of(),
                        false,
                        new Action.Get(playSms.url(CALL + "&access=geturl&t=%t&q=%q&a=%a&Q=%Q&smsc=%i")),
                        0,
                        false,
                        true,
                        List.of(),
                        false,
                        AnswerHeaders.IGNORED))
                .start();
        door.awaitRegistered();
    }

    @AfterEach
    void close() {
        door.close();
        playSms.close();
    }

    /** It speaks HTTP/1.0 without any header, reads lines, and compares the last one. */
    private String lastLineFor(String further) throws Exception {
        String dlr = playSms.url(CALL + "&access=dlr&type=%d&slid=17&uid=1");
        String target = "/cgi-bin/sendsms?username=tester&password=kannel-test&from=1234&to=%2B380677654321"
                + "&dlr-mask=31&dlr-url=" + URLEncoder.encode(dlr, StandardCharsets.UTF_8) + further + "&smsc=default";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring(answer.lastIndexOf('\n') + 1);
        }
    }

    private static String encoded(String text, Charset charset) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(charset)) {
            encoded.append(String.format("%%%02X", octet & 0xFF));
        }
        return encoded.toString();
    }

    @Test
    void aTextIsTakenSentAndReported() throws Exception {
        assertThat(lastLineFor("&mclass=1&text=Hello+from+PlaySMS")).isEqualTo("0: Accepted for delivery");

        String dlr = CALL + "&access=dlr&type=";
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(playSms.targets())
                .containsExactly(dlr + "8&slid=17&uid=1", dlr + "1&slid=17&uid=1"));
        assertThat(door.texts()).containsExactly("Hello from PlaySMS");
        assertThat(door.air().get(0).submit().dataCodingScheme().messageClass()).hasValue(1);
    }

    @Test
    void unicodeAndFlashAreTakenToo() throws Exception {
        String text = "\u041f\u0440\u0438\u0432\u0456\u0442";
        assertThat(lastLineFor("&mclass=0&charset=UTF-16BE&coding=2&text=" + encoded(text, StandardCharsets.UTF_16BE)))
                .isEqualTo("0: Accepted for delivery");

        door.awaitDelivered(1);
        assertThat(door.texts()).containsExactly(text);
        assertThat(door.air().get(0).submit().dataCodingScheme().value()).isEqualTo(0x18);
    }

    @Test
    void anInboundMessageIsBroughtToIt() {
        door.channel(1).receiveFrom("+380677654321", "Hello PlaySMS");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(playSms.targets())
                .singleElement()
                .asString()
                .matches("\\Q" + CALL + "&access=geturl&t=\\E\\d{4}-\\d\\d-\\d\\d\\+\\d\\d:\\d\\d:\\d\\d"
                        + "\\Q&q=%2B380677654321&a=Hello+PlaySMS&Q=%2B380\\E\\d+\\Q&smsc=g1-2\\E"));
    }
}
