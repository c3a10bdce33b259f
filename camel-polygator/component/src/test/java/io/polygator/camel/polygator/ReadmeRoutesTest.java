package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.http.Events;
import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.http.HttpProblems;
import io.polygator.camel.http.HttpUser;
import io.polygator.camel.smpp.TestEsme;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.http.BasicCredentials;
import io.polygator.simulator.programs.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The routes that routes/README.md offers to copy, each driven once; the topic is a stub, the mailbox and the queue have
 * tests of their own. What comes in is a flash message that replaces another: nothing that an example sends may be either.
 */
class ReadmeRoutesTest extends PolygatorTestSupport {
    private static final Path ROUTES = Path.of("..", "..", "routes");
    private static final String SENDER = "+380501234502";
    private static final String GUARD = "+380671234567";
    private static final ProtocolIdentifier ORDINARY = new ProtocolIdentifier(0);

    private final Gatekeeper gatekeeper = Gatekeeper.of(MemoryAccounts.demo());
    private final TimeZone ownZone = TimeZone.getDefault();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addComponent("kafka", new StubComponent());
        context.addComponent("netty-http", new HttpDoorComponent());
        context.getRegistry().bind("events", new Events());
        context.getRegistry()
                .bind(
                        "httpAccess",
                        new HttpAccess(Optional.of(
                                new HttpUser(new BasicCredentials("demo", "secret"), Set.of(HttpScope.READ)))));
        context.getRegistry().bind("httpProblems", new HttpProblems());
        context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .setGatekeeper(gatekeeper);
        return context;
    }

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("kafka.brokers", "127.0.0.1:9092");
        properties.setProperty("smpp.port", String.valueOf(FreePort.any()));
        properties.setProperty("polygator.http.host", "127.0.0.1");
        properties.setProperty("polygator.http.port", String.valueOf(FreePort.any()));
        return properties;
    }

    @AfterEach
    void giveTheZoneBack() {
        TimeZone.setDefault(ownZone);
        gatekeeper.close();
    }

    @Test
    void theGuardIsToldOfAChannelThatLosesItsNetwork() throws Exception {
        load("channel-alarm");

        change(ChannelStatus.State.REGISTERED, ChannelStatus.State.SUSPENDED);
        change(ChannelStatus.State.REGISTERED, ChannelStatus.State.UNREGISTERED);

        assertThat(gateway.submitted).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(SmsAddress.ofDestination(GUARD));
            assertThat(message.body()).isEqualTo(new MessageBody.Text("Channel g8-1 has lost its network"));
            assertThat(message.channels()).isEqualTo(new ChannelChoice.All());
        });
    }

    private void change(ChannelStatus.State before, ChannelStatus.State after) throws Exception {
        ChannelStatus known = gateway.channels().get(0);
        ChannelStatus now = new ChannelStatus(
                known.name(),
                known.gateway(),
                known.groups(),
                known.address(),
                after,
                known.detail(),
                known.modem(),
                known.counters());
        gateway.emit(new GatewayEvent.ChannelChanged(known.name(), before, now, Instant.EPOCH))
                .get();
    }

    @Test
    void autoReplyAnswersANumberThroughTheSameChannel() throws Exception {
        load("auto-reply");

        emit(SENDER, "Are you there?");
        emit("BANK", "Your code is 4711");

        assertThat(gateway.submitted).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(SmsAddress.ofDestination(SENDER));
            assertThat(message.body()).isEqualTo(new MessageBody.Text("Thank you, we will call you back."));
            assertThat(message.channels()).isEqualTo(new ChannelChoice.Named("g8-1"));
            assertThat(message.from()).isEmpty();
            assertThat(message.idempotencyKey()).contains("auto-reply 17");
            isOrdinary(message);
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
    void messagesGoToATopicByTheirSender() throws Exception {
        load("sms-to-kafka");

        emit(SENDER, "Hello");

        Exchange sent = context.createConsumerTemplate().receive(topic(), 20_000);
        assertThat(sent.getMessage().getHeader("kafka.KEY")).isEqualTo(SENDER);
        assertThat(sent.getMessage().getBody(String.class)).contains("\"text\":\"Hello\"");
    }

    /** An hour later, when the clock strikes during the test, is in the same part of the day. */
    @ParameterizedTest
    @CsvSource({"8", "16"})
    void byDayTheOfficeGetsIt(int hour) throws Exception {
        TimeZone.setDefault(whereItIs(hour));
        load("office-hours");
        routeToMock("office");

        emit(SENDER, "Hello");

        assertThat(bodies("office")).containsExactly("Hello");
        assertThat(gateway.submitted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"18", "6"})
    void byNightWhoeverIsOnDutyGetsIt(int hour) throws Exception {
        TimeZone.setDefault(whereItIs(hour));
        load("office-hours");
        routeToMock("office");

        emit(SENDER, "Hello");

        assertThat(bodies("office")).isEmpty();
        assertThat(gateway.submitted).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(SmsAddress.ofDestination(GUARD));
            assertThat(message.body()).isEqualTo(new MessageBody.Text("Hello"));
            assertThat(message.from()).isEmpty();
            assertThat(message.idempotencyKey()).contains("office-hours 17");
            isOrdinary(message);
        });
    }

    /** The clock is in the test's hands by its zone. */
    private static TimeZone whereItIs(int hour) {
        int behind = hour - OffsetDateTime.now(ZoneOffset.UTC).getHour();
        return TimeZone.getTimeZone(ZoneOffset.ofHours(Math.floorMod(behind + 12, 24) - 12));
    }

    @Test
    void kameletsAreJoinedToARoute() throws Exception {
        load("smpp-to-gateway");

        try (TestEsme esme = TestEsme.bind(port("smpp.port"), "demo", "demo", BindType.BIND_TX)) {
            assertThat(esme.submit(SENDER.substring(1), "from an ESME")).isNotEmpty();
        }

        assertThat(gateway.submitted).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(SmsAddress.ofDestination(SENDER));
            assertThat(message.channels()).isEqualTo(new ChannelChoice.OfGateway("g8"));
        });
    }

    @Test
    void anHttpRouteIsForThoseWhoMayRead() throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "file:" + ROUTES.resolve("http-errors.yaml")));
        load("http-hello");

        HttpResponse<String> hello = hello("secret");
        assertThat(hello.statusCode()).isEqualTo(200);
        assertThat(hello.body()).isEqualTo("hello");
        assertThat(hello.headers().map()).doesNotContainKeys("Authorization", "X-Echo");

        HttpResponse<String> refused = hello("wrong");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private HttpResponse<String> hello(String password) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(("demo:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port("polygator.http.port") + "/v1/hello"))
                .header("Authorization", "Basic " + credentials)
                .header("X-Echo", "must not come back")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static void isOrdinary(OutboundMessage message) {
        assertThat(message.messageClass()).isEmpty();
        assertThat(message.protocolIdentifier()).isEqualTo(ORDINARY);
    }

    private void emit(String from, String text) throws Exception {
        gateway.emit(FlashMessage.event(from, text)).get();
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

    private Endpoint topic() {
        return context.getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointUri().startsWith("kafka:"))
                .findFirst()
                .orElseThrow();
    }

    private void load(String id) throws Exception {
        RouteExample.of(id).load(context);
    }
}
