package io.polygator.camel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.polygator.gateway.account.Network;
import io.polygator.http.client.ForbiddenTargetException;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpClientSettings;
import io.polygator.http.client.TargetGuard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedHttpTest {
    private static final String ROUTE =
            """
            - route:
                id: calls
                from:
                  uri: direct:call
                  steps:
                    - process:
                        ref: guardedHttp
            """;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("CamelPolygatorTo") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = "thanks".getBytes(UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/no") ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private void start(TargetGuard guard) throws Exception {
        GuardedHttpClient client = GuardedHttpClient.open(HttpClientSettings.defaults(), guard);
        context.getRegistry().bind("guardedHttp", new GuardedHttp(client, context));
        context.addService(new ServiceSupport() {
            @Override
            protected void doStop() {
                client.close();
            }
        });
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("calls.yaml", ROUTE));
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.stop(0);
    }

    @Test
    void postsABodyAndBringsTheAnswer() throws Exception {
        start(TargetGuard.allowing(Network.LOOPBACK));

        Exchange exchange = call("/yes?a=1", Map.of("Content-Type", "text/plain", "CamelPolygatorTo", "+1"), "hello");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("thanks");
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        assertThat(requests).containsExactly("POST /yes?a=1 text/plain null hello");
    }

    @Test
    void getsWhenThereIsNoBody() throws Exception {
        start(TargetGuard.allowing(Network.LOOPBACK));

        assertThat(call("/yes", Map.of(), "").getException()).isNull();
        assertThat(requests).containsExactly("GET /yes null null ");
    }

    @Test
    void failsTheExchangeWhenTheAnswerIsNoSuccess() throws Exception {
        start(TargetGuard.allowing(Network.LOOPBACK));

        Exchange exchange = call("/no?secret=1", Map.of(), "hello");

        assertThat(exchange.getException())
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessage("POST http://127.0.0.1:" + server.getAddress().getPort() + " was answered with 500");
        assertThat(((UnexpectedAnswerException) Objects.requireNonNull(exchange.getException())).status())
                .isEqualTo(500);
    }

    @Test
    void failsTheExchangeWhenTheTargetIsForbiddenOrNoUrl() throws Exception {
        start(TargetGuard.publicOnly());

        assertThat(call("/yes", Map.of(), "hello").getException()).isInstanceOf(ForbiddenTargetException.class);
        assertThat(context.createProducerTemplate()
                        .send(
                                "direct:call",
                                ExchangeBuilder.anExchange(context)
                                        .withHeader(Exchange.HTTP_URI, "no url")
                                        .build())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(requests).isEmpty();
    }

    private Exchange call(String path, Map<String, String> headers, String body) {
        ExchangeBuilder exchange = ExchangeBuilder.anExchange(context)
                .withHeader(
                        Exchange.HTTP_URI,
                        "http://127.0.0.1:" + server.getAddress().getPort() + path)
                .withBody(body);
        headers.forEach(exchange::withHeader);
        return context.createProducerTemplate().send("direct:call", exchange.build());
    }
}
