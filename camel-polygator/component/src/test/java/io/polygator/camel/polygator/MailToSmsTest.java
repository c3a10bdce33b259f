package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mail.MailComponent;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example that makes messages of mails, with a mailbox that is read by IMAP over TLS. */
class MailToSmsTest extends PolygatorTestSupport {
    private static final String NUMBER = "+380501234502";

    private final GreenMail mailServer = new GreenMail(ServerSetupTest.IMAPS.dynamicPort());
    private GreenMailUser user;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        MailComponent imaps = new MailComponent(context);
        Properties trust = new Properties();
        trust.setProperty("mail.imaps.ssl.trust", "*");
        trust.setProperty("mail.imaps.ssl.checkserveridentity", "false");
        imaps.getConfiguration().setAdditionalJavaMailProperties(trust);
        context.addComponent("imaps", imaps);
        return context;
    }

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("mail.user", "sms");
        properties.setProperty("mail.password", "a+b%c");
        return properties;
    }

    @BeforeEach
    void startMailServer() {
        mailServer.start();
        user = mailServer.setUser("sms@example.org", "sms", "a+b%c");
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    @Test
    void aMailOfTheOwnDomainIsSentToTheNumberInItsSubject() throws Exception {
        arrive("Monitor <monitor@example.org>", "The server is down");
        arrive("Spam <spam@example.com>", "Buy");
        arrive("monitor@example.org", "All is well");

        load();

        await().dontCatchUncaughtExceptions().until(() -> gateway.submitted.size() == 2 && read() == 3);
        assertThat(gateway.submitted)
                .extracting(OutboundMessage::to, OutboundMessage::body, OutboundMessage::idempotencyKey)
                .containsExactly(sent("The server is down"), sent("All is well"));
    }

    @Test
    void aMailStaysUnreadUntilItsMessageIsStored() throws Exception {
        gateway.submitFailure = new StoreUnavailableException("the disk is full", new IOException());
        arrive("Monitor <monitor@example.org>", "The server is down");

        load();

        await().dontCatchUncaughtExceptions().until(() -> gateway.refused.size() >= 2);
        assertThat(read()).isZero();
        gateway.submitFailure = null;
        await().dontCatchUncaughtExceptions().until(() -> gateway.submitted.size() == 1 && read() == 1);
    }

    private static Tuple sent(String text) {
        return tuple(
                SmsAddress.ofDestination(NUMBER), new MessageBody.Text(text), Optional.of("<" + text + "@example>"));
    }

    private void load() throws Exception {
        RouteExample.of("mail-to-sms")
                .with(
                        "imaps:mail.example.org",
                        "imaps:127.0.0.1:" + mailServer.getImaps().getPort())
                .with("unseen: true", "unseen: true\n        delay: 100\n        initialDelay: 0")
                .load(context);
    }

    private void arrive(String from, String text) throws MessagingException {
        MimeMessage mail = new MimeMessage(GreenMailUtil.getSession(ServerSetupTest.SMTP));
        mail.setFrom(from);
        mail.setSubject(NUMBER);
        mail.setText(text);
        mail.saveChanges();
        mail.setHeader("Message-ID", "<" + text + "@example>");
        user.deliver(mail);
    }

    private long read() {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(MailToSmsTest::isRead)
                .count();
    }

    private static boolean isRead(Message mail) {
        try {
            return mail.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
