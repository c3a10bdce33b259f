package io.polygator.camel.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.tpdu.InformationElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the spool against simulated SIMs. The files are those that smstools' documentation shows, with other numbers. */
class SpoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SpoolGateway spool;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        spool = SpoolGateway.start(directory);
    }

    @AfterEach
    void stop() {
        spool.close();
    }

    @Test
    void aFileIsSentAndEndsInTheFolderSent() throws IOException {
        spool.put("first", "To: 380671234567\n\nHello, this is the sms.\n");

        SpoolFile sent = only("sent");

        assertThat(spool.texts()).containsExactly("Hello, this is the sms.");
        assertThat(sent.header("To")).contains("380671234567");
        assertThat(sent.header("Modem").orElseThrow()).startsWith("g-");
        assertThat(sent.header("Sent").orElseThrow()).matches("\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(sent.header("IMSI")).isPresent();
        assertThat(sent.header("Message_id")).isEmpty();
        assertThat(spool.files("outgoing")).isEmpty();
        assertThat(spool.files("checked")).isEmpty();
    }

    @Test
    void whoAsksForAReportGetsItIntoTheFolderIncoming() throws IOException {
        spool.put("reported", "To: 380671234567\nReport: yes\n\nHello\n");

        SpoolFile report = only("incoming");
        String id = only("sent").header("Message_id").orElseThrow();

        assertThat(report.header("From")).contains("380671234567");
        assertThat(text(report))
                .startsWith("SMS STATUS REPORT\nMessage_id: " + id + "\nDischarge_timestamp: ")
                .contains("\nStatus: 0,Ok,");
    }

    @Test
    void aReportOfFailureSaysSo() throws IOException {
        spool.put("lost", "To: " + SpoolGateway.NOBODY + "\nReport: yes\n\nHello\n");

        assertThat(text(only("incoming"))).contains("\nStatus: 67,Error,");
        assertThat(only("sent").header("Message_id")).isPresent();
    }

    @Test
    void whatCannotBeSentGoesToFailedAndSaysWhy() throws IOException {
        spool.put("nobody", "Flash: yes\n\nHello\n");

        SpoolFile failed = only("failed");

        assertThat(failed.header("Fail_reason").orElseThrow()).startsWith("To: is missing");
        assertThat(failed.header("Failed")).isPresent();
        assertThat(spool.texts()).isEmpty();
    }

    @Test
    void aNumberThatIsNoneGoesToFailedToo() throws IOException {
        spool.put("word", "To: somebody\n\nHello\n");

        assertThat(only("failed").header("Fail_reason")).isPresent();
    }

    @Test
    void whatIsTakenBackGoesToFailed() throws IOException {
        spool.channel(0).powerOff();
        spool.channel(1).powerOff();
        spool.put("late", "To: 380671234567\n\nHello\n");
        awaitOne("checked");

        spool.gateway().cancel(spool.messages().get(0).id());

        assertThat(only("failed").header("Fail_reason")).contains("cancelled");
    }

    @Test
    void unicodeIsSentAsItWasWritten() throws IOException {
        byte[] head = "To: 380671234567\nAlphabet: UCS2\n\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] text = "Привет \u4f60".getBytes(StandardCharsets.UTF_16BE);
        spool.put("unicode", concat(head, text));

        awaitOne("sent");

        assertThat(spool.texts()).containsExactly("Привет \u4f60");
    }

    @Test
    void aLongTextLeavesInSegmentsOfOneMessage() throws IOException {
        String text = "0123456789".repeat(40);
        spool.put("long", "To: 380671234567\nReport: yes\n\n" + text);

        awaitOne("sent");

        assertThat(String.join("", spool.texts())).isEqualTo(text);
        assertThat(spool.air()).as("segments").hasSize(3).allSatisfy(entry -> assertThat(
                        Concatenation.in(entry.segment().userData().header()))
                .hasValueSatisfying(
                        concatenation -> assertThat(concatenation.total()).isEqualTo(3)));
        assertThat(spool.messages()).singleElement().satisfies(status -> assertThat(status.segments())
                .hasSize(3));
        assertThat(only("sent").header("Message_id")).isPresent();
    }

    @Test
    void aLogoInBinaryIsSentWithItsHeader() throws IOException {
        byte[] head = "To: 380671234567\nBinary: true\n\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] logo = {
            0x0B, 0x05, 0x04, 0x15, (byte) 0x82, 0, 0, 0, 0x03, (byte) 0xE9, 0x02, 0x01, 0x62, (byte) 0xF2, 0x20
        };
        spool.put("logo", concat(head, logo));

        awaitOne("sent");

        assertThat(spool.air()).singleElement().satisfies(entry -> assertThat(
                        entry.segment().userData().header().find(InformationElement.PORTS_16))
                .hasValueSatisfying(ports -> assertThat(ports).hasToString("15820000")));
    }

    @Test
    void aWapPushIsMadeOfMacrosAndAnIncludedFile() throws IOException {
        Files.createDirectories(spool.folder("include"));
        Files.writeString(
                spool.folder("include").resolve("push"),
                """
                Alphabet: binary
                Hex: yes

                06 05 04 0B 84 23 F0 // ports
                01 06 01 AE 02 05
                6A : UTF-8
                00 45 C6
                INLINESTRING:@URL@
                01 01
                """);
        spool.put("push", "To: 380671234567\nMacro: @URL@=example.org/a\nInclude: include/push\n");

        awaitOne("sent");

        assertThat(spool.air()).singleElement().satisfies(entry -> assertThat(
                        entry.segment().userData().units())
                .hasToString("010601AE02056A0045C6036578616D706C652E6F72672F61000101"));
    }

    @Test
    void aQueueIsAChannelAGatewayOrAGroup() throws IOException {
        spool.put("channel", "To: 380671234567\nQueue: g-2\n\nHello\n");
        spool.put("group", "To: 380671234567\nProvider: moscow\n\nHello\n");
        spool.put("unknown", "To: 380671234567\nQueue: O2\n\nHello\n");

        await().atMost(PATIENCE).until(() -> spool.files("sent").size() == 2);

        assertThat(spool.files("sent").get(0).header("Modem")).contains("g-2");
        assertThat(only("failed").header("Fail_reason").orElseThrow()).startsWith("Queue: O2");
    }

    @Test
    void aLockedFileWaits() throws IOException {
        Files.createDirectories(spool.folder("outgoing"));
        Files.createFile(spool.folder("outgoing").resolve("locked.LOCK"));
        spool.put("locked", "To: 380671234567\n\nlocked\n");
        spool.put("open", "To: 380671234567\n\nopen\n");

        awaitOne("sent");
        assertThat(spool.texts()).containsExactly("open");

        Files.delete(spool.folder("outgoing").resolve("locked.LOCK"));
        await().atMost(PATIENCE).until(() -> spool.texts().contains("locked"));
    }

    @Test
    void aSecondFileOfANameWaitsForTheEndOfTheFirst() throws IOException {
        spool.channel(0).powerOff();
        spool.channel(1).powerOff();
        spool.put("alarm", "To: 380671234567\n\nfirst\n");
        awaitOne("checked");
        spool.put("alarm", "To: 380671234567\n\nsecond\n");
        spool.put("other", "To: 380671234567\n\nother\n");
        await().atMost(PATIENCE).until(() -> spool.files("checked").size() == 2);
        assertThat(spool.files("outgoing")).hasSize(1);

        spool.channel(0).powerOn();

        await().atMost(PATIENCE).until(() -> spool.texts().size() == 3);
        assertThat(spool.texts()).containsExactlyInAnyOrder("first", "other", "second");
    }

    @Test
    void aFileThatWasTakenBeforeTheEndIsNotSentAgain() throws Exception {
        byte[] content = "To: 380671234567\n\nOnce\n".getBytes(StandardCharsets.ISO_8859_1);
        FileTime written = spool.put("once", content);
        awaitOne("sent");
        Path sent = spool.folder("sent").resolve("once");
        spool.stop();

        // what a power failure leaves: the message is on the disk, the file has not moved
        Files.write(sent, content);
        Files.setLastModifiedTime(sent, written);
        Files.move(sent, spool.folder("outgoing").resolve("once"));
        spool.restart();

        await().atMost(PATIENCE).until(() -> spool.files("outgoing").isEmpty());
        assertThat(spool.messages()).hasSize(1);
        assertThat(spool.texts()).containsExactly("Once");
    }

    @Test
    void aMessageThatComesInIsAFile() {
        spool.channel(0).receiveFrom("+380677654321", "Grüße");

        SpoolFile incoming = only("incoming");

        assertThat(incoming.header("From")).contains("380677654321");
        assertThat(incoming.header("Subject")).contains("g-1");
        assertThat(incoming.header("Alphabet")).contains("ISO");
        assertThat(incoming.header("Length")).contains("5");
        assertThat(incoming.header("Received")).isPresent();
        assertThat(text(incoming)).isEqualTo("Grüße");
    }

    @Test
    void whatLatin9LacksComesInAsUcs2() {
        spool.channel(0).receiveFrom("+380677654321", "Привет");

        SpoolFile incoming = only("incoming");

        assertThat(incoming.header("Alphabet")).contains("UCS2");
        assertThat(new String(incoming.body().toByteArray(), StandardCharsets.UTF_16BE))
                .isEqualTo("Привет");
    }

    private SpoolFile only(String folder) {
        awaitOne(folder);
        return spool.files(folder).get(0);
    }

    private void awaitOne(String folder) {
        await().atMost(PATIENCE).until(() -> spool.files(folder).size() == 1);
    }

    private static String text(SpoolFile file) {
        return new String(file.body().toByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return Octets.copyOf(first).concat(Octets.copyOf(second)).toByteArray();
    }
}
