package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** Each kamelet is found by its name, takes its properties and does what it says. */
class KameletsTest extends PolygatorTestSupport {

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
    void theSmppSourceListens() throws Exception {
        load(
                """
                - route:
                    id: smpp
                    from:
                      uri: kamelet:polygator-smpp-source
                      parameters:
                        port: 0
                      steps:
                        - to: mock:submitted
                """);

        assertThat(context.getRouteController().getRouteStatus("smpp")).isEqualTo(ServiceStatus.Started);
        assertThat(context.getEndpoints())
                .anyMatch(endpoint -> endpoint.getEndpointUri().startsWith("polygator-smpp://127.0.0.1:0"));
    }

    private void load(String route) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.yaml", route));
    }
}
