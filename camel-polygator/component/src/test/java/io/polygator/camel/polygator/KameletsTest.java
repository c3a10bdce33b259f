package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.smpp.TestEsme;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageState;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.simulator.programs.FreePort;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kamelet is found by its name, takes its properties and does what it says. */
class KameletsTest extends PolygatorTestSupport {
    private final Gatekeeper gatekeeper = Gatekeeper.of(MemoryAccounts.demo());

    @AfterEach
    void close() {
        gatekeeper.close();
    }

    @Test
    void theSinkSendsToTheNumberThatItIsGiven() throws Exception {
        load(
                """
                - route:
                    id: alarm
                    from:
                      uri: direct:alarm
                      steps:
                        - to:
                            uri: kamelet:polygator-sms-sink
                            parameters:
                              channels: g8
                              to: "+380501234502"
                """);

        template.sendBody("direct:alarm", "the door is open");

        assertThat(gateway.submitted).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(SmsAddress.ofDestination("+380501234502"));
            assertThat(message.channels()).isEqualTo(new ChannelChoice.OfGateway("g8"));
        });
    }

    @Test
    void theSinkTakesTheNumberFromTheHeaderOtherwise() throws Exception {
        load(
                """
                - route:
                    id: alarm
                    from:
                      uri: direct:alarm
                      steps:
                        - to: kamelet:polygator-sms-sink
                """);

        template.sendBodyAndHeaders("direct:alarm", "hello", Map.of(PolygatorConstants.TO, "+380501234503"));

        assertThat(gateway.submitted).singleElement().satisfies(message -> assertThat(message.to())
                .isEqualTo(SmsAddress.ofDestination("+380501234503")));
    }

    /** Only who waits for the network learns that it refuses. */
    @ParameterizedTest
    @CsvSource({"store, false", "network, true"})
    void theSinkIsDoneWhenItsPropertySaysSo(String completeOn, boolean fails) throws Exception {
        gateway.answer.complete(RememberingGateway.status("1", MessageState.FAILED));
        load(
                """
                - route:
                    id: alarm
                    from:
                      uri: direct:alarm
                      steps:
                        - to:
                            uri: kamelet:polygator-sms-sink
                            parameters:
                              to: "+380501234502"
                              completeOn: %s
                """
                        .formatted(completeOn));

        Exchange sent =
                template.send("direct:alarm", exchange -> exchange.getMessage().setBody("hello"));

        assertThat(gateway.submitted).hasSize(1);
        assertThat(sent.getException() instanceof MessageNotSentException).isEqualTo(fails);
    }

    @Test
    void theSourceHearsTheEventsThatItIsAskedFor() throws Exception {
        load(
                """
                - route:
                    id: texts
                    from:
                      uri: kamelet:polygator-sms-source
                      parameters:
                        channels: group:moscow
                        events: inbound,ussd
                        subscription: crm
                      steps:
                        - to: mock:texts
                """);
        MockEndpoint texts = getMockEndpoint("mock:texts");
        texts.expectedBodiesReceived("Balance: 42.00");

        gateway.emit(new GatewayEvent.Ussd(
                        "g8-1", new UssdReply(UssdReply.Status.FINAL, "Balance: 42.00"), Instant.EPOCH))
                .get();

        texts.assertIsSatisfied();
        assertThat(gateway.subscriptions).singleElement().satisfies(request -> {
            assertThat(request.name()).contains("crm");
            assertThat(request.kinds()).containsExactlyInAnyOrder(Kind.INBOUND, Kind.USSD);
            assertThat(request.channels()).isEqualTo(new ChannelChoice.Group("moscow"));
        });
    }

    @Test
    void theSourceNeedsNoSubscription() throws Exception {
        load(
                """
                - route:
                    id: texts
                    from:
                      uri: kamelet:polygator-sms-source
                      steps:
                        - to: mock:texts
                """);

        assertThat(gateway.subscriptions).singleElement().satisfies(request -> {
            assertThat(request.name()).isEmpty();
            assertThat(request.kinds()).containsExactly(Kind.INBOUND);
        });
    }

    @Test
    void theSmppSourceTakesWhatIsSubmitted() throws Exception {
        context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .setGatekeeper(gatekeeper);
        int port = FreePort.any();
        MockEndpoint submitted = getMockEndpoint("mock:submitted");
        submitted.whenAnyExchangeReceived(
                exchange -> exchange.getMessage().setHeader(PolygatorConstants.MESSAGE_ID, "4711"));
        load(
                """
                - route:
                    id: smpp
                    from:
                      uri: kamelet:polygator-smpp-source
                      parameters:
                        port: %d
                      steps:
                        - to: mock:submitted
                """
                        .formatted(port));

        try (TestEsme esme = TestEsme.bind(port, "demo", "demo", BindType.BIND_TX)) {
            assertThat(esme.submit("380501234502", "hello")).isNotEmpty();
        }

        assertThat(submitted.getExchanges()).singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getHeader(PolygatorConstants.TO))
                .isEqualTo("+380501234502"));
    }

    private void load(String route) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.yaml", route));
    }
}
