package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.simulator.programs.PlainHttp;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class KannelStatusTest {
    private KannelDoor door;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        door = KannelDoor.of(folder, 2)
                .withRoute("kannel-status")
                .withRoute("kannel-status-txt")
                .withRoute("kannel-status-xml")
                .withRoute("kannel-status-html")
                .start();
        door.awaitRegistered();
        assertThat(door.sendSms("to=%2B380677654321&text=Hello&dlr-mask=1").status())
                .isEqualTo(202);
        assertThat(door.sendSms("to=%2B380677654321&text=Later&deferred=60").status())
                .isEqualTo(202);
        door.awaitDelivered(1);
        door.awaitQueued(1);
    }

    @AfterEach
    void close() {
        door.close();
    }

    private PlainHttp.Answer get(String target) {
        return door.ask("GET", target, Map.of(), new byte[0]);
    }

    @Test
    void theTextHasTheLinesThatMonitorsReadOfKannel() {
        for (String page : new String[] {"/status", "/status.txt"}) {
            PlainHttp.Answer answer = get(page + "?password=status");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.head().toLowerCase()).contains("content-type: text/plain");
            assertThat(answer.body())
                    .containsPattern("Status: running, uptime 0d 0h 0m \\d+s")
                    .containsPattern("SMS: received 0 \\(0 queued\\), sent 1 \\(1 queued\\), store size 1")
                    .containsPattern("DLR: received 1, sent 0")
                    .containsPattern("g1-1\\[g1-1\\] +AT2\\[g1-1\\] \\(online \\d+s, rcvd: sms 0 ")
                    .containsPattern("g1-2\\[g1-2\\] +AT2\\[g1-2\\] \\(online \\d+s, rcvd: sms 0 ");
        }
    }

    @Test
    void theXmlHasKannelsElements() throws Exception {
        Document xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(get("/status.xml?password=status").body())));

        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("gateway");
        assertThat(xml.getElementsByTagName("storesize").item(0).getTextContent())
                .isEqualTo("1");
        assertThat(xml.getElementsByTagName("count").item(0).getTextContent()).isEqualTo("2");
        assertThat(xml.getElementsByTagName("smsc").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("admin-id").item(1).getTextContent())
                .isEqualTo("g1-2");
    }

    @Test
    void withoutThePasswordNothingIsTold() {
        assertThat(get("/status.txt").body()).isEqualTo("Denied");
        assertThat(get("/status?password=guess").body()).isEqualTo("Denied");
        assertThat(get("/status.xml?password=").body()).isEqualTo("Denied");
        assertThat(get("/status.html?password=guess").body())
                .contains("<p>Denied</p>")
                .doesNotContain("g1-1");
        assertThat(get("/status.html?password=status").body()).contains("g1-1");
    }
}
