package io.polygator.camel.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.FlashMessage;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SpoolInboxTest {

    @Test
    void aFlashMessageIsMarkedAsOne() {
        SpoolInbox inbox = new SpoolInbox(SpoolCharset.ISO, new SpoolTimes(ZoneOffset.UTC));

        assertThat(inbox.inbound(FlashMessage.written()).header("Flash")).contains("yes");
    }
}
