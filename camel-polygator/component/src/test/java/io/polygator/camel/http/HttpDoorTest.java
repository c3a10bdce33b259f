package io.polygator.camel.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDoorTest {
    private static final int LIMIT = 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<HttpResponse<String>> answersBetween = new ArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private int port;

    @BeforeEach
    void twoRoutesShareAPort() throws Exception {
        port = FreePort.any();
        camel.addComponent("netty-http", new HttpDoorComponent());
        serve("list", "/v1/channels", "GET", 200, 1);
        serve("send", "/v1/messages", "POST", 202, 3);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whileRoutesStartAndStopAKnownPathIsNotServedYetAndNeverUnknown() throws Exception {
        askBetweenTheRoutes();

        camel.start();
        assertThat(post("/v1/messages").statusCode()).isEqualTo(202);
        camel.stop();

        assertThat(answersBetween).hasSize(2).allSatisfy(HttpDoorTest::isNotNow);
    }

    @Test
    void aRouteThatIsHeldBackIsNotServedYetAndThenIs() throws Exception {
        serve("held", "/v1/held/{id}", "POST", 202, 4, "false");
        camel.start();

        isNotNow(post("/v1/held/17"));
        assertThat(request("GET", "/v1/channels").statusCode()).isEqualTo(200);

        camel.getRouteController().startRoute("held");
        assertThat(post("/v1/held/17").statusCode()).isEqualTo(202);

        camel.getRouteController().suspendRoute("held");
        isNotNow(post("/v1/held/17"));
    }

    @Test
    void aRouteThatIsBeingReplacedStaysKnownAndTheOthersGoOn() throws Exception {
        serve("status", "/v1/messages/{id}", "GET", 200, 4);
        camel.start();
        camel.getRouteController().stopRoute("status");
        camel.removeRoute("status");

        isNotNow(request("GET", "/v1/messages/17"));
        assertThat(post("/v1/messages").statusCode()).isEqualTo(202);

        serve("status", "/v1/messages/{number}", "GET", 200, 4);
        assertThat(request("GET", "/v1/messages/17").statusCode()).isEqualTo(200);
    }

    @Test
    void aRouteThatMovedLeavesItsOldPathUnknown() throws Exception {
        camel.start();
        camel.getRouteController().stopRoute("send");
        camel.removeRoute("send");
        serve("send", "/v2/messages", "POST", 202, 3);

        assertThat(post("/v2/messages").statusCode()).isEqualTo(202);
        assertThat(post("/v1/messages").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownPathIsAProblem() throws Exception {
        camel.start();

        HttpResponse<String> unknown = post("/v1/message?text=hello");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(unknown.body()).contains("\"status\":404", "\"detail\":\"there is no path /v1/message\"");
    }

    @Test
    void aTargetThatIsNoUriIsAProblem() throws Exception {
        serve("status", "/v1/messages/{id}", "GET", 200, 4);
        camel.start();

        for (String target :
                List.of("/v1/channels?after=%", "/v1/channels?after=%zz", "/v1/channels?a|b", "/v1/messages/%")) {
            assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .as(target)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "the target of the request is no URI");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsAProblemAndTheEndOfTheConnection() throws Exception {
        camel.start();
        String body = "x".repeat(LIMIT + 1);

        String announced = raw("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
        String chunked = raw("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
        String asking = raw("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                + body.length() + "\r\n\r\n");

        assertThat(List.of(announced, chunked, asking)).allSatisfy(answer -> assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .contains("application/problem+json", "\"code\":\"too_large\"", "1,048,576 octets", "\"remedy\":\""));
    }

    @Test
    void whatFollowsABodyThatIsTooLargeIsNotDone() throws Exception {
        camel.start();
        String body = "x".repeat(LIMIT + 1);
        String request = "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: ";

        assertThat(raw(request + body.length() + "\r\n\r\n" + body + request + "2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 413 ")
                .doesNotContain("HTTP/1.1 202 ");
        assertThat(served).hasValue(0);
    }

    @Test
    void aBodyOfTheLimitPasses() throws Exception {
        camel.start();

        assertThat(raw("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + LIMIT
                        + "\r\n\r\n" + "x".repeat(LIMIT)))
                .startsWith("HTTP/1.1 202 ");
        assertThat(served).hasValue(1);
    }

    @Test
    void aFirstLineOrHeadersThatAreTooLongAreProblemsThatNameTheLimit() throws Exception {
        camel.start();

        assertThat(raw("GET /v1/channels?a=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .contains("application/problem+json", "\"code\":\"uri_too_long\"", "16384", "\"remedy\":\"");
        assertThat(raw("GET /v1/channels HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json", "\"code\":\"headers_too_large\"", "8192", "\"remedy\":\"");
    }

    @Test
    void aSlashAtTheEndMakesNoDifference() throws Exception {
        camel.start();

        assertThat(post("/v1/messages/").statusCode()).isEqualTo(202);
        assertThat(request("GET", "/").body()).contains("\"detail\":\"there is no path /\"");
    }

    @Test
    void aRequestToAProxyIsUnderstood() {
        assertThat(HttpPaths.path("http://127.0.0.1:8080/v1/messages?a=b://c")).isEqualTo("/v1/messages");
        assertThat(HttpPaths.path("http://127.0.0.1:8080")).isEqualTo("/");
        assertThat(HttpPaths.path("/v1/a://b/c")).isEqualTo("/v1/a://b/c");
    }

    @Test
    void aWrongMethodIsAProblemThatNamesTheRightOnes() throws Exception {
        camel.start();

        HttpResponse<String> wrong = request("DELETE", "/v1/messages");

        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(wrong.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(wrong.body()).contains("/v1/messages does not know DELETE: it knows POST, OPTIONS");
    }

    @Test
    void anAnswerToHeadHasNoContent() throws Exception {
        camel.start();

        HttpResponse<String> head = request("HEAD", "/v1/message");

        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void optionsNamesTheMethodsOfAPath() throws Exception {
        camel.start();

        HttpResponse<String> options = request("OPTIONS", "/v1/messages");

        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow")).contains("POST, OPTIONS");
    }

    @Test
    void aRouteMayServeEverythingBelowItsPath() throws Exception {
        serve("files", "/files", "GET&matchOnUriPrefix=true", 200, 4);
        serve("variable", "/v1/{any}/thing", "GET", 200, 5);
        camel.start();

        assertThat(request("GET", "/files/a/b").statusCode()).isEqualTo(200);
    }

    private static void isNotNow(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body())
                .contains("the request was not carried out: its route is starting or stopping", "\"retryAfter\":5");
    }

    private void serve(String id, String path, String method, int status, int order) throws Exception {
        serve(id, path, method, status, order, "true");
    }

    private void serve(String id, String path, String method, int status, int order, String autoStartup)
            throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("netty-http:http://127.0.0.1:" + port + path + "?httpMethodRestrict=" + method)
                        .routeId(id)
                        .startupOrder(order)
                        .autoStartup(autoStartup)
                        .process(exchange -> served.incrementAndGet())
                        .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(status));
            }
        });
    }

    /** Posts a message when the first route runs, and the second does not run yet, or not any more. */
    private void askBetweenTheRoutes() throws Exception {
        camel.addEndpoint("between:routes", new Between());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("between:routes").routeId("between").startupOrder(2).stop();
            }
        });
    }

    private final class Between extends DefaultEndpoint {
        Between() {
            super("between:routes", null);
            setCamelContext(camel);
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            return new DefaultConsumer(this, processor) {
                @Override
                protected void doStart() throws Exception {
                    answersBetween.add(post("/v1/messages"));
                }

                @Override
                protected void doStop() throws Exception {
                    answersBetween.add(post("/v1/messages"));
                }
            };
        }
    }

    /** The answer to a request that no HTTP client would send; the door closes the connection after it. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return request("POST", path);
    }

    private HttpResponse<String> request(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(method.equals("POST") ? "{}" : ""))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
