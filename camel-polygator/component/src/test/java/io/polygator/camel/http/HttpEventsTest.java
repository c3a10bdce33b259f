package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.ChannelLease;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.AccountState;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.Network;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.http.BasicCredentials;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of events of simulated channels. */
class HttpEventsTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final String SENDER = "+380501234502";
    private static final String STRANGER = "+380991234567";
    private static final String OWNER = "Authorization: " + SomeAccounts.basic("owner", "secret");
    private static final String ACME = "Authorization: " + SomeAccounts.basic("acme", SomeAccounts.SECRET);
    private static final String OTHER = "Authorization: " + SomeAccounts.basic("other", SomeAccounts.SECRET);
    private static final String CRM = "/v1/events?name=crm&events=inbound";

    private final PolygatorSimulator simulator =
            PolygatorSimulator.builder().channels(2).firstPort(0).build();
    private final MemoryAccounts accounts =
            new MemoryAccounts(List.of(account("acme", "g0", HttpScope.READ), account("other", "g1", HttpScope.READ)));
    private final List<EventReader> readers = new ArrayList<>();
    private Path folder = Path.of("");
    private PolygatorComponent component = new PolygatorComponent();
    private CamelContext context = new DefaultCamelContext();
    private int port;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        port = FreePort.any();
        simulator.start();
        startGateway();
    }

    private void startGateway() throws Exception {
        component = new PolygatorComponent();
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setGatekeeper(Gatekeeper.of(accounts));
        for (int i = 0; i < 2; i++) {
            PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
            gateway.setAddress(simulator.addresses().get(i));
            component.getGateways().put("g" + i, gateway);
        }
        context = new DefaultCamelContext();
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.addComponent("netty-http", new HttpDoorComponent());
        context.addRoutes(route());
        context.start();
        ChannelLease lease = component.smsGateway().lease(new ChannelChoice.All());
        assertThat(lease).isNotNull();
        await().atMost(SECONDS).until(() -> component.smsGateway().channels().stream()
                .allMatch(channel -> channel.state().name().equals("REGISTERED")));
    }

    private RouteBuilder route() {
        HttpAccess access = new HttpAccess(
                Optional.of(new HttpUser(new BasicCredentials("owner", "secret"), EnumSet.allOf(HttpScope.class))));
        HttpEvents events = new HttpEvents(new EventStreamSettings(Duration.ofMillis(100), SECONDS, 2));
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).bean(new HttpProblems());
                from("netty-http:http://127.0.0.1:" + port + "/v1/events?httpMethodRestrict=GET&nettyHttpBinding="
                                + "#class:io.polygator.camel.http.EventStreamBinding")
                        .bean(access, "read")
                        .bean(events, "open");
                from("netty-http:http://127.0.0.1:" + port + "/v1/events/{name}?httpMethodRestrict=DELETE")
                        .bean(access, "read")
                        .bean(events, "forget");
            }
        };
    }

    @AfterEach
    void stop() throws Exception {
        for (EventReader reader : readers) {
            reader.close();
        }
        context.close();
        simulator.close();
    }

    @Test
    void aClientGetsWhatHappensAsServerSentEvents() throws Exception {
        EventReader crm = connect(CRM, OWNER);
        assertThat(crm.head())
                .contains("HTTP/1.1 200 OK", "content-type: text/event-stream", "cache-control: no-store");

        simulator.channel(0).receiveFrom(SENDER, "first line\nsecond line");

        Map<String, String> event = crm.next();
        assertThat(event.get("id")).matches("\\d+");
        assertThat(event.get("event")).isEqualTo("inbound");
        assertThat(event.get("data"))
                .startsWith("{\"event\":\"inbound\"")
                .contains("\"from\":\"" + SENDER + "\"", "\"text\":\"first line\\nsecond line\"");
    }

    @Test
    void eventsComeAgainUntilTheClientSaysThatItHasThem() throws Exception {
        EventReader first = connect(CRM, OWNER);
        first.head();
        simulator.channel(0).receiveFrom(SENDER, "one");
        Map<String, String> one = first.next();
        simulator.channel(0).receiveFrom(SENDER, "two");
        Map<String, String> two = first.next();
        first.close();
        simulator.channel(0).receiveFrom(SENDER, "while it was away");

        EventReader second = connect(CRM, OWNER);
        assertThat(second.next()).isEqualTo(one);
        assertThat(second.next()).isEqualTo(two);
        second.close();

        EventReader third = connect(CRM, OWNER, "Last-Event-ID: " + one.get("id"));
        assertThat(third.next()).isEqualTo(two);
        Map<String, String> away = third.next();
        assertThat(away.get("data")).contains("while it was away");
        assertThat(Long.parseLong(away.get("id"))).isGreaterThan(Long.parseLong(two.get("id")));
        third.close();

        EventReader fourth = connect(CRM, OWNER, "Last-Event-ID: " + away.get("id"));
        fourth.head();
        simulator.channel(0).receiveFrom(SENDER, "news");
        assertThat(fourth.next().get("data")).contains("\"text\":\"news\"");
    }

    @Test
    void eventsOutliveTheGateway() throws Exception {
        EventReader before = connect(CRM, OWNER);
        before.head();
        simulator.channel(0).receiveFrom(SENDER, "one");
        Map<String, String> one = before.next();
        simulator.channel(0).receiveFrom(SENDER, "two");
        Map<String, String> two = before.next();

        context.close();
        assertThat(before.ends()).isTrue();
        simulator.channel(0).receiveFrom(SENDER, "while the gateway was away");
        startGateway();

        EventReader after = connect(CRM, OWNER, "Last-Event-ID: " + one.get("id"));
        assertThat(after.next()).isEqualTo(two);
        assertThat(after.next().get("data")).contains("while the gateway was away");
    }

    @Test
    void anAccountHearsWhatBelongsToItAndNothingElse() throws Exception {
        EventReader acme = connect("/v1/events?name=crm", ACME);
        EventReader other = connect("/v1/events?name=crm", OTHER);
        acme.head();
        other.head();

        simulator.channel(0).receiveFrom(SENDER, "for acme");
        simulator.channel(1).receiveFrom(SENDER, "for other");
        assertThat(acme.next().get("data")).contains("\"text\":\"for acme\"");
        assertThat(other.next().get("data")).contains("\"text\":\"for other\"");

        context.createProducerTemplate()
                .sendBodyAndHeaders(
                        "polygator:all",
                        "from acme",
                        Map.of(PolygatorConstants.TO, STRANGER, PolygatorConstants.ACCOUNT, "acme"));
        assertThat(acme.next().get("data")).contains("\"event\":\"report\"", "\"to\":\"" + STRANGER + "\"");
        simulator.channel(1).receiveFrom(SENDER, "next for other");
        assertThat(other.next().get("data")).contains("\"text\":\"next for other\"");
    }

    @Test
    void aNewerConnectionTakesThePlaceOfTheOlder() throws Exception {
        EventReader older = connect(CRM, OWNER);
        older.head();
        EventReader newer = connect(CRM, OWNER);
        newer.head();
        assertThat(older.ends()).isTrue();

        simulator.channel(0).receiveFrom(SENDER, "hello");

        assertThat(newer.next().get("data")).contains("\"text\":\"hello\"");
    }

    @Test
    void aStreamEndsWhenItsAccountIsGone() throws Exception {
        EventReader acme = connect(CRM, ACME);
        acme.head();

        accounts.replaceAll(List.of());

        assertThat(acme.ends()).isTrue();
    }

    @Test
    void aQuietStreamIsKeptAliveWithComments() throws Exception {
        EventReader crm = connect(CRM, OWNER);
        crm.head();

        assertThat(crm.line()).isEqualTo(":");
    }

    @Test
    void wrongRequestsAreProblemsThatNameTheField() throws Exception {
        assertThat(refused("/v1/events", OWNER)).contains("\"status\":400", "\"field\":\"name\"");
        assertThat(refused("/v1/events?name=a.b", OWNER)).contains("\"field\":\"name\"");
        assertThat(refused("/v1/events?name=crm&events=all,report", OWNER)).contains("\"field\":\"events\"");
        assertThat(refused("/v1/events?name=crm&since=1", OWNER)).contains("\"field\":\"since\"");
        assertThat(refused(CRM, OWNER, "Last-Event-ID: latest")).contains("\"field\":\"Last-Event-ID\"");
        assertThat(refused(CRM, "Authorization: Digest x")).contains("\"status\":401");
        accounts.replaceAll(List.of(account("acme", "g0", HttpScope.SEND)));
        assertThat(refused(CRM, ACME)).contains("\"status\":403");
    }

    @Test
    void anAccountHasSoManyNamesAndOthersHaveTheirOwn() throws Exception {
        connect("/v1/events?name=one", ACME).head();
        connect("/v1/events?name=two", ACME).head();

        assertThat(refused("/v1/events?name=three", ACME))
                .contains("\"status\":409", "\"code\":\"too_many_streams\"", "one, two");
        assertThat(connect("/v1/events?name=two", ACME).head()).contains("HTTP/1.1 200 OK");
        assertThat(connect("/v1/events?name=three", OWNER).head()).contains("HTTP/1.1 200 OK");
    }

    @Test
    void aNameThatIsGivenUpEndsItsConnectionAndLeavesRoomAndNothingBehind() throws Exception {
        EventReader one = connect("/v1/events?name=one&events=inbound", ACME);
        one.head();
        connect("/v1/events?name=two", ACME).head();
        simulator.channel(0).receiveFrom(SENDER, "before");
        one.next();

        assertThat(forget("one", ACME)).isEqualTo("200 {\"name\":\"one\",\"state\":\"forgotten\"}");

        assertThatThrownBy(one::next).isInstanceOf(IOException.class);
        assertThat(connect("/v1/events?name=three", ACME).head()).contains("HTTP/1.1 200 OK");
        assertThat(forget("three", ACME)).startsWith("200 ");
        EventReader anew = connect("/v1/events?name=one&events=inbound", ACME);
        anew.head();
        simulator.channel(0).receiveFrom(SENDER, "after");
        assertThat(anew.next().get("data")).contains("\"text\":\"after\"");
    }

    @Test
    void namesOfOthersAndNamesThatAreNotUsedAreLeftAlone() throws Exception {
        EventReader crm = connect(CRM, ACME);
        crm.head();

        assertThat(forget("crm", OTHER)).startsWith("200 ");
        assertThat(forget("crm", OWNER)).startsWith("200 ");
        assertThat(forget("acme.crm", OWNER)).startsWith("404 ");

        simulator.channel(0).receiveFrom(SENDER, "still here");
        assertThat(crm.next().get("data")).contains("\"text\":\"still here\"");
    }

    private String forget(String name, String authorization) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/events/" + name))
                                .header("Authorization", authorization.substring("Authorization: ".length()))
                                .DELETE()
                                .build(),
                        BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private EventReader connect(String target, String... headers) throws IOException {
        EventReader reader = new EventReader(port, target, headers);
        readers.add(reader);
        return reader;
    }

    private String refused(String target, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Connection: close");
        try (EventReader reader = new EventReader(port, target, all.toArray(new String[0]))) {
            assertThat(reader.head()).anyMatch(line -> line.endsWith("application/problem+json"));
            return reader.line();
        }
    }

    private static Account account(String id, String gateway, HttpScope scope) {
        return SomeAccounts.account(
                        id, new AccountAccess(AccountState.ACTIVE, Set.of(Door.HTTP), Network.LOOPBACK), Set.of(scope))
                .with(InboundClaim.ofChannels(List.of(ChannelGrant.parse(gateway))));
    }
}
