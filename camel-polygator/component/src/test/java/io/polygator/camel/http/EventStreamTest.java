package io.polygator.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.EventLine;
import io.polygator.gateway.EventLines;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubscriptionRequest;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.LinedEvent;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.simulator.programs.FreePort;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of a gateway that always has another event, and of one whose store fails. */
class EventStreamTest {
    private static final Duration BRIEF = Duration.ofMillis(200);

    private final Endless line = new Endless();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = FreePort.any();
        PolygatorComponent component = new PolygatorComponent();
        component.setGateway(gateway());
        camel.addComponent(PolygatorConstants.SCHEME, component);
        camel.addComponent("netty-http", new HttpDoorComponent());
        HttpEvents events = new HttpEvents(new EventStreamSettings(Duration.ofSeconds(60), BRIEF, 16));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("netty-http:http://127.0.0.1:" + port + "/v1/events?httpMethodRestrict=GET&nettyHttpBinding="
                                + "#class:io.polygator.camel.http.EventStreamBinding")
                        .bean(events, "open");
            }
        });
        camel.start();
    }

    private SmsGateway gateway() {
        EventLines lines = new EventLines() {
            @Override
            public CompletionStage<EventLine> open(SubscriptionRequest request, Runnable news) {
                return CompletableFuture.completedStage(line);
            }

            @Override
            public CompletionStage<Set<String>> names() {
                return CompletableFuture.completedStage(Set.of());
            }
        };
        return (SmsGateway) Proxy.newProxyInstance(
                SmsGateway.class.getClassLoader(), new Class<?>[] {SmsGateway.class}, (self, method, arguments) -> {
                    return switch (method.getName()) {
                        case "eventLines" -> lines;
                        case "channels" -> List.of();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aClientThatReadsNothingIsCutOffAndNothingPilesUpForIt() throws Exception {
        try (EventReader lazy = new EventReader(port, "/v1/events?name=lazy&events=all")) {
            line.closed.get(60, TimeUnit.SECONDS);

            assertThat(line.read.get()).isPositive();
            assertThat(lazy.ends()).isTrue();
        }
    }

    @Test
    void aClientThatReadsGetsEachEventOnce() throws Exception {
        try (EventReader eager = new EventReader(port, "/v1/events?name=eager&events=all")) {
            for (long expected = 1; expected <= 1_000; expected++) {
                assertThat(eager.next().get("id")).isEqualTo(String.valueOf(expected));
            }
        }
    }

    @Test
    void aStreamWhoseEventsCannotBeReadEnds() throws Exception {
        line.broken = true;
        try (EventReader reader = new EventReader(port, "/v1/events?name=crm&events=all")) {
            assertThat(reader.head()).contains("HTTP/1.1 200 OK");
            assertThat(reader.ends()).isTrue();
            line.closed.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aClientOfOldHttpThatKeepsNoConnectionsHearsToo() throws Exception {
        try (EventReader reader = new EventReader(port, "/v1/events?name=crm&events=all", "Connection: close")) {
            assertThat(reader.next().get("id")).isEqualTo("1");
        }
    }

    private static final class Endless implements EventLine {
        private static final GatewayEvent EVENT =
                new GatewayEvent.Ussd("g8-1", new UssdReply(UssdReply.Status.FINAL, "x".repeat(2_000)), Instant.EPOCH);

        private final AtomicLong read = new AtomicLong();
        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private volatile boolean broken;

        @Override
        public CompletionStage<List<LinedEvent>> after(long position, int limit) {
            if (broken) {
                return CompletableFuture.failedStage(new IllegalStateException("the store is gone"));
            }
            read.addAndGet(limit);
            return CompletableFuture.completedStage(LongStream.rangeClosed(position + 1, position + limit)
                    .mapToObj(number -> new LinedEvent(number, EVENT))
                    .toList());
        }

        @Override
        public CompletionStage<Void> confirm(long position) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            closed.complete(null);
        }
    }
}
