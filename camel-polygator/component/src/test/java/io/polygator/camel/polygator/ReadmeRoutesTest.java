package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.http.Events;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The routes that routes/README.md offers to copy, each driven once; brokers and mailboxes are stubs. */
class ReadmeRoutesTest extends PolygatorTestSupport {
    private static final Path README = Path.of("..", "..", "routes", "README.md");
    private static final String SENDER = "+380501234502";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addComponent("imaps", new StubComponent());
        context.addComponent("jms", new MockComponent());
        context.addComponent("kafka", new StubComponent());
        context.getRegistry().bind("events", new Events());
        return context;
    }

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("mail.user", "sms");
        properties.setProperty("mail.password", "a+b%c");
        properties.setProperty("kafka.brokers", "127.0.0.1:9092");
        properties.setProperty("smpp.port", "0");
        return properties;
    }

    @Test
    void autoReplyAnswersANumberThroughTheSameChannel() throws Exception {
        load("auto-reply");

        emit(SENDER, "Are you there?");
        emit("BANK", "Your code is 4711");

        assertThat(gateway.submitted).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(SmsAddress.ofDestination(SENDER));
            assertThat(message.idempotencyKey()).contains("auto-reply 17");
        });
    }

    @Test
    void keywordsGoTheirOwnWays() throws Exception {
        load("keywords");
        for (String name : new String[] {"unsubscribe", "subscribe", "people"}) {
            routeToMock(name);
        }

        emit(SENDER, "Stop please");
        emit(SENDER, "JOIN\nnow");
        emit(SENDER, "Stopping by tomorrow");

        assertThat(bodies("unsubscribe")).containsExactly("Stop please");
        assertThat(bodies("subscribe")).containsExactly("JOIN\nnow");
        assertThat(bodies("people")).containsExactly("Stopping by tomorrow");
    }

    @Test
    void mailsOfTheOwnDomainBecomeMessages() throws Exception {
        load("mail-to-sms");
        Endpoint mailbox = endpoint("imaps:");

        template.sendBodyAndHeaders(
                mailbox,
                "The server is down",
                Map.of("From", "Monitor <monitor@example.org>", "Subject", "+380501234502", "Message-ID", "<1@x>"));
        template.sendBodyAndHeaders(
                mailbox, "Buy", Map.of("From", "Spam <spam@example.com>", "Subject", "+380501234502"));

        await().until(() -> !gateway.submitted.isEmpty());
        assertThat(gateway.submitted)
                .extracting(OutboundMessage::idempotencyKey)
                .containsExactly(Optional.of("<1@x>"));
    }

    @Test
    void messagesGoToAQueue() throws Exception {
        load("sms-to-jms");

        emit(SENDER, "Hello");

        assertThat(((MockEndpoint) endpoint("jms:")).getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getMessage().getBody(String.class))
                        .contains("\"text\":\"Hello\"", "\"from\":\"" + SENDER + "\""));
    }

    @Test
    void messagesGoToATopicByTheirSender() throws Exception {
        load("sms-to-kafka");

        emit(SENDER, "Hello");

        Exchange sent = context.createConsumerTemplate().receive(endpoint("kafka:"), 20_000);
        assertThat(sent.getMessage().getHeader("kafka.KEY")).isEqualTo(SENDER);
        assertThat(sent.getMessage().getBody(String.class)).contains("\"text\":\"Hello\"");
    }

    @Test
    void theHourDecides() throws Exception {
        load("office-hours");
        routeToMock("office");

        int before = LocalTime.now().getHour();
        emit(SENDER, "Hello");
        int after = LocalTime.now().getHour();

        boolean toOffice = bodies("office").size() == 1;
        assertThat(gateway.submitted).hasSize(toOffice ? 0 : 1);
        assertThat(toOffice).isIn(isOffice(before), isOffice(after));
    }

    @Test
    void kameletsAreJoinedToARoute() throws Exception {
        load("smpp-to-gateway");

        Exchange submitted = new DefaultExchange(context);
        submitted.getMessage().setBody("from an ESME");
        submitted.getMessage().setHeader(PolygatorConstants.TO, SENDER);
        context.getRoute("smpp-to-gateway").getProcessor().process(submitted);

        assertThat(submitted.getException()).isNull();
        assertThat(gateway.submitted).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(SmsAddress.ofDestination(SENDER));
            assertThat(message.channels()).isEqualTo(new ChannelChoice.OfGateway("g8"));
        });
        assertThat(context.getEndpoints())
                .anyMatch(endpoint -> endpoint.getEndpointUri().startsWith("polygator-smpp://127.0.0.1:0"));
    }

    private static boolean isOffice(int hour) {
        return hour >= 8 && hour <= 17;
    }

    private void emit(String from, String text) throws Exception {
        gateway.emit(new GatewayEvent.Inbound(new InboundMessage(
                        new MessageId("17"),
                        "g8-1",
                        Optional.empty(),
                        from,
                        Optional.of("+380501234501"),
                        text,
                        Octets.empty(),
                        Alphabet.GSM7,
                        OptionalInt.empty(),
                        0,
                        Optional.empty(),
                        1,
                        true,
                        Optional.empty(),
                        Instant.EPOCH)))
                .get();
    }

    private void routeToMock(String name) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        name + ".yaml",
                        "- route:\n    id: to-" + name + "\n    from:\n      uri: direct:" + name
                                + "\n      steps:\n        - to: mock:" + name + "\n"));
    }

    private List<Object> bodies(String name) {
        return getMockEndpoint("mock:" + name).getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody())
                .toList();
    }

    private Endpoint endpoint(String scheme) {
        return context.getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointUri().startsWith(scheme))
                .findFirst()
                .orElseThrow();
    }

    private void load(String id) throws Exception {
        Matcher block = Pattern.compile("```yaml\\n(- route:\\n    id: " + id + "\\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README));
        assertThat(block.find()).as(id).isTrue();
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(id + ".yaml", block.group(1)));
    }
}
