package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DeliveryReport;
import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

class PolygatorConsumerTest extends PolygatorTestSupport {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("polygator:group:moscow?events=all&subscription=crm")
                        .routeId("events")
                        .to("mock:events");
            }
        };
    }

    @Test
    void subscribesByNameAndKeepsItsChannelsOpenWhileItRuns() throws Exception {
        assertThat(gateway.leased).containsExactly(new ChannelChoice.Group("moscow"));
        assertThat(gateway.subscriptions)
                .containsExactly(new SubscriptionRequest(
                        Optional.of("crm"), Set.of(Kind.values()), new ChannelChoice.Group("moscow")));

        context.getRouteController().suspendRoute("events");
        assertThat(gateway.subscriptions).isEmpty();
        assertThat(gateway.leased).hasSize(1);

        context.getRouteController().resumeRoute("events");
        assertThat(gateway.subscriptions).hasSize(1);

        context.getRouteController().stopRoute("events");
        assertThat(gateway.leased).isEmpty();
        assertThat(gateway.closed).isFalse();
    }

    @Test
    void aSecondConsumerOfASubscriptionDoesNotStart() throws Exception {
        RouteBuilder second = new RouteBuilder() {
            @Override
            public void configure() {
                from("polygator:all?subscription=crm").routeId("second").to("mock:events");
            }
        };

        assertThatThrownBy(() -> context.addRoutes(second))
                .hasMessageContaining("the subscription crm is already at work");
        assertThat(gateway.leased).hasSize(1);

        context.getRouteController().stopRoute("events");
        context.getRouteController().startRoute("second");
        assertThat(gateway.subscriptions).hasSize(1);
    }

    @Test
    void anInboundMessageBecomesAnExchange() throws Exception {
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(1);

        handled(gateway.emit(new GatewayEvent.Inbound(inbound("привет", Octets.empty()))));

        events.assertIsSatisfied();
        Exchange exchange = events.getExchanges().get(0);
        assertThat(exchange.getMessage().getBody()).isEqualTo("привет");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PolygatorConstants.EVENT, "inbound")
                .containsEntry(PolygatorConstants.CHANNEL, "g8-1")
                .containsEntry(PolygatorConstants.MESSAGE_ID, "17")
                .containsEntry(PolygatorConstants.FROM, "+79000000002")
                .containsEntry(PolygatorConstants.TO, "+79000000001")
                .containsEntry(PolygatorConstants.ALPHABET, "ucs2")
                .containsEntry(PolygatorConstants.SEGMENTS, 2)
                .containsEntry(PolygatorConstants.COMPLETE, true)
                .containsEntry(PolygatorConstants.INBOUND_MESSAGE_CLASS, 0)
                .containsEntry(PolygatorConstants.INBOUND_PROTOCOL_IDENTIFIER, 65)
                .containsEntry(PolygatorConstants.RECEIVED_AT, NOON)
                .doesNotContainKeys(PolygatorConstants.MESSAGE_CLASS, PolygatorConstants.PROTOCOL_IDENTIFIER);
    }

    @Test
    void octetsComeAsOctets() throws Exception {
        handled(gateway.emit(new GatewayEvent.Inbound(inbound("", Octets.ofHex("CAFE")))));

        assertThat(body("inbound")).isEqualTo(new byte[] {(byte) 0xCA, (byte) 0xFE});
    }

    @Test
    void otherEventsBecomeExchangesToo() throws Exception {
        handled(gateway.emit(new GatewayEvent.Report(
                "g8-1",
                new DeliveryReport(
                        new MessageId("5"),
                        "+79000000003",
                        MessageState.FAILED,
                        Optional.of(new DeliveryStatus(0x45)),
                        RememberingGateway.reported("5", MessageState.FAILED, 0x45),
                        Finality.FINAL,
                        NOON))));
        handled(gateway.emit(new GatewayEvent.Call(
                "g8-1", new CallEvent(CallEvent.Kind.RINGING, Optional.of("+79000000004"), NOON))));
        handled(gateway.emit(new GatewayEvent.Ussd("g8-1", new UssdReply(UssdReply.Status.FINAL, "balance 10"), NOON)));
        handled(gateway.emit(new GatewayEvent.ChannelChanged(
                "g8-1", gateway.channels().get(1).state(), gateway.channels().get(0), NOON)));
        handled(gateway.emit(new GatewayEvent.Unreadable("g8-1", "07", "TP-OA at octet 2", NOON)));

        assertThat(exchange("report").getMessage().getHeaders())
                .containsEntry(PolygatorConstants.STATE, "failed")
                .containsEntry(PolygatorConstants.STATUS, 0x45)
                .containsEntry(PolygatorConstants.ERROR, "unknown subscriber");
        assertThat(exchange("call").getMessage().getHeaders())
                .containsEntry(PolygatorConstants.CALL, "ringing")
                .containsEntry(PolygatorConstants.FROM, "+79000000004");
        assertThat(body("ussd")).isEqualTo("balance 10");
        assertThat(exchange("channel").getMessage().getHeaders())
                .containsEntry(PolygatorConstants.STATE_BEFORE, "connecting")
                .containsEntry(PolygatorConstants.STATE, "registered");
        assertThat(exchange("unreadable").getMessage().getHeaders())
                .containsEntry(PolygatorConstants.DEFECT, "TP-OA at octet 2");
    }

    @Test
    void anEventWhoseExchangeFailedIsNotHandled() {
        getMockEndpoint("mock:events").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("the database is down");
        });

        CompletableFuture<Void> handled = gateway.emit(new GatewayEvent.Inbound(inbound("hello", Octets.empty())));

        assertThatThrownBy(() -> handled(handled)).hasRootCauseMessage("the database is down");
    }

    @Test
    void isHealthyWhileOneOfItsChannelsIsRegistered() {
        PolygatorConsumer consumer =
                (PolygatorConsumer) context.getRoute("events").getConsumer();
        HealthCheck check = Objects.requireNonNull(consumer.getHealthCheck());

        HealthCheck.Result result = check.call();

        assertThat(check.getId()).isEqualTo("consumer:events");
        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails())
                .containsEntry("channel.g8-1", "registered")
                .containsEntry("channel.g8-2", "connecting");
    }

    private Object body(String event) {
        return exchange(event).getMessage().getBody();
    }

    private Exchange exchange(String event) {
        return getMockEndpoint("mock:events").getExchanges().stream()
                .filter(exchange -> event.equals(exchange.getMessage().getHeader(PolygatorConstants.EVENT)))
                .findFirst()
                .orElseThrow();
    }

    private static void handled(CompletableFuture<Void> event) throws Exception {
        event.get(10, TimeUnit.SECONDS);
    }

    private static InboundMessage inbound(String text, Octets data) {
        return new InboundMessage(
                new MessageId("17"),
                "g8-1",
                Optional.of("250010000000001"),
                "+79000000002",
                Optional.of("+79000000001"),
                text,
                data,
                Alphabet.UCS2,
                OptionalInt.of(0),
                65,
                Optional.empty(),
                2,
                true,
                Optional.empty(),
                NOON);
    }
}
