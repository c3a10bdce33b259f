package io.polygator.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import io.polygator.gateway.account.Network;
import io.polygator.gsm.octets.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedHttpClientTest {
    private static final TargetGuard LOOPBACK = TargetGuard.allowing(Network.LOOPBACK);
    private static final String ME = "me";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void bringsRequestAndAnswerAcross() throws Exception {
        RawServer server = using(RawServer.answering("HTTP/1.1 201 Created\r\nX-Word: yes\r\nContent-Type: text/plain;"
                + " charset=ISO-8859-1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n\u00e4bc\r\n0\r\n\r\n"));

        HttpReply reply = get(client(settings(LONG, 8))
                .exchange(
                        ME,
                        new HttpCall(
                                "POST",
                                URI.create(server.url() + "a%20b?q=1"),
                                Map.of("X-Sent", "this"),
                                octets("hello"))));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.successful()).isTrue();
        assertThat(reply.headers()).containsEntry("x-word", "yes");
        assertThat(reply.text()).isEqualTo("äbc");
        assertThat(server.requests())
                .singleElement()
                .asString()
                .startsWith("POST /a%20b?q=1 HTTP/1.1\r\n")
                .contains("X-Sent: this\r\n", "host: 127.0.0.1:" + server.port(), "connection: close")
                .endsWith("\r\n\r\nhello");
    }

    @Test
    void passesNameAndPasswordOfTheUrlAsBasic() throws Exception {
        RawServer server = using(RawServer.answering(RawServer.ok("")));

        get(client(settings(LONG, 8))
                .exchange(ME, HttpCall.get(URI.create("http://Aladdin:open@127.0.0.1:" + server.port()))));

        assertThat(server.requests())
                .singleElement()
                .asString()
                .startsWith("GET / HTTP/1.1\r\n")
                .contains("authorization: Basic QWxhZGRpbjpvcGVu\r\n")
                .doesNotContain("Aladdin");
    }

    @Test
    void readsAnAnswerThatTheEndOfTheConnectionEnds() throws Exception {
        RawServer server = using(RawServer.answering("HTTP/1.1 200 OK\r\n\r\nall of it"));

        assertThat(get(client(settings(LONG, 8)).exchange(ME, HttpCall.get(URI.create(server.url()))))
                        .text())
                .isEqualTo("all of it");
    }

    @Test
    void waitsForTheAnswerBehindAnInterimOne() throws Exception {
        RawServer server = using(RawServer.answering("HTTP/1.1 103 Early Hints\r\n\r\n" + RawServer.ok("real")));

        assertThat(get(client(settings(LONG, 8)).exchange(ME, HttpCall.get(URI.create(server.url()))))
                        .text())
                .isEqualTo("real");
    }

    @Test
    void makesNoConnectionToAForbiddenAddress() throws Exception {
        RawServer server = using(RawServer.answering(RawServer.ok("secret")));
        GuardedHttpClient client = using(GuardedHttpClient.open(settings(LONG, 8), TargetGuard.publicOnly()));

        for (String host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0")) {
            assertThatThrownBy(() -> get(client.exchange(
                            ME, HttpCall.get(URI.create("http://" + host + ":" + server.port() + "/")))))
                    .as(host)
                    .hasCauseInstanceOf(ForbiddenTargetException.class);
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void checksTheAddressOfEachConnectionSoThatANameThatChangesGainsNothing() throws Exception {
        RawServer server = using(RawServer.answering(RawServer.ok("")));
        GuardedHttpClient client = using(GuardedHttpClient.open(
                settings(LONG, 8),
                TargetGuard.allowing(List.of(Network.parse("127.0.0.1"))),
                () -> {
                    throw new AssertionError("no certificates are needed for this");
                },
                new Names("127.0.0.1", "127.0.0.2")));
        HttpCall call = HttpCall.get(URI.create("http://rebinding.example:" + server.port() + "/"));

        assertThat(get(client.exchange(ME, call)).status()).isEqualTo(200);
        assertThatThrownBy(() -> get(client.exchange(ME, call))).hasCauseInstanceOf(ForbiddenTargetException.class);
        assertThat(server.requests()).singleElement().asString().contains("host: rebinding.example:" + server.port());
    }

    @Test
    void followsNoRedirect() throws Exception {
        RawServer forbidden = using(RawServer.answering(RawServer.ok("secret")));
        RawServer server = using(RawServer.answering(
                "HTTP/1.1 307 Moved\r\nLocation: " + forbidden.url() + "\r\nContent-Length: 0\r\n\r\n"));

        HttpReply reply = get(client(settings(LONG, 8)).exchange(ME, HttpCall.get(URI.create(server.url()))));

        assertThat(reply.status()).isEqualTo(307);
        assertThat(reply.successful()).isFalse();
        assertThat(forbidden.connections()).isZero();
    }

    @Test
    void keepsOfALongAnswerOnlyTheBeginning() throws Exception {
        RawServer server = using(RawServer.answering(RawServer.ok("x".repeat(5_000_000))));

        HttpReply reply = get(client(settings(LONG, 8)).exchange(ME, HttpCall.get(URI.create(server.url()))));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().length()).isEqualTo(1_000);
    }

    @Test
    void givesUpATargetThatNeverAnswers() throws Exception {
        RawServer silent = using(RawServer.silent());

        assertThatThrownBy(() -> get(
                        client(settings(SHORT, 8)).exchange(ME, HttpCall.get(URI.create(silent.url() + "?token=1")))))
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("http://127.0.0.1:" + silent.port() + " did not answer within PT0.2S")
                .hasMessageNotContaining("token");
    }

    @Test
    void letsNoTargetHoldUpAnother() throws Exception {
        RawServer silent = using(RawServer.silent());
        RawServer server = using(RawServer.answering(RawServer.ok("here")));
        GuardedHttpClient client = client(settings(LONG, 2));
        List<CompletableFuture<HttpReply>> stuck = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            stuck.add(
                    client.exchange(ME, HttpCall.get(URI.create(silent.url()))).toCompletableFuture());
        }

        assertThat(get(client.exchange(ME, HttpCall.get(URI.create(server.url()))))
                        .text())
                .isEqualTo("here");
        await().until(() -> silent.connections() == 2);
        assertThat(stuck).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void letsNoCallerHoldUpAnotherAtTheSameTarget() throws Exception {
        RawServer silent = using(RawServer.silent());
        GuardedHttpClient client = client(settings(LONG, 2));
        HttpCall call = HttpCall.get(URI.create(silent.url()));
        for (int i = 0; i < 20; i++) {
            client.exchange(ME, call);
        }

        client.exchange("another", call);

        await().until(() -> silent.connections() == 3);
        assertThat(silent.connections())
                .as("two of the one, and one of the other")
                .isEqualTo(3);
    }

    @Test
    void givesUpATargetWhoseAnswerBeginsAndDoesNotEnd() throws Exception {
        RawServer stuck = using(RawServer.stuckAfter("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));

        assertThatThrownBy(() -> get(client(settings(SHORT, 8)).exchange(ME, HttpCall.get(URI.create(stuck.url())))))
                .hasMessageContaining("did not answer within PT0.2S");
    }

    @Test
    void givesTheTurnToTheNextWhenACallEnds() throws Exception {
        RawServer server = using(RawServer.answering(RawServer.ok("here")));
        GuardedHttpClient client = client(settings(LONG, 1));
        List<CompletableFuture<HttpReply>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(
                    client.exchange(ME, HttpCall.get(URI.create(server.url()))).toCompletableFuture());
        }

        for (CompletableFuture<HttpReply> call : calls) {
            assertThat(get(call).text()).isEqualTo("here");
        }
    }

    @Test
    void refusesACallForWhichThereIsNoRoomToWait() throws Exception {
        RawServer silent = using(RawServer.silent());
        GuardedHttpClient client = client(new HttpClientSettings(LONG, LONG, SHORT, 1, 1, 1_000));
        HttpCall call = HttpCall.get(URI.create(silent.url()));
        client.exchange(ME, call);
        CompletableFuture<HttpReply> second = client.exchange(ME, call).toCompletableFuture();

        assertThatThrownBy(() -> get(client.exchange(ME, call)))
                .hasMessageContaining("too many calls wait for their turn");
        assertThatThrownBy(() -> get(second)).hasMessageContaining("was busy with other calls for PT0.2S");
    }

    @Test
    void saysWhatIsWrongWithAnAnswerThatIsNoHttpOrEndsTooEarly() throws Exception {
        RawServer other = using(RawServer.answering("220 mail.example ESMTP\r\n"));
        RawServer early = using(RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
        GuardedHttpClient client = client(settings(LONG, 8));

        assertThatThrownBy(() -> get(client.exchange(ME, HttpCall.get(URI.create(other.url())))))
                .hasMessageContaining("is no HTTP");
        assertThatThrownBy(() -> get(client.exchange(ME, HttpCall.get(URI.create(early.url())))))
                .hasMessageContaining("closed the connection before its answer was complete");
    }

    @Test
    void refusesHeadersThatWouldBecomeTwo() {
        RawServer server = using(RawServer.answering(RawServer.ok("")));
        HttpCall call =
                new HttpCall("GET", URI.create(server.url()), Map.of("X-Text", "a\r\nX-Other: b"), Octets.empty());

        assertThatThrownBy(() -> get(client(settings(LONG, 8)).exchange(ME, call)))
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("X-Text");
        assertThat(server.connections()).isZero();
    }

    @Test
    void takesAbsoluteWebAddressesOnly() {
        for (String url :
                List.of("/relative", "file:///etc/passwd", "ftp://example.org/", "http:///nowhere", "http:x")) {
            assertThatThrownBy(() -> HttpCall.get(URI.create(url)))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void encryptsAndTrustsOnlyCertificatesThatItKnowsForTheHostThatTheUrlNames(@TempDir Path folder) throws Exception {
        Certificate certificate = Certificate.make(folder, "127.0.0.1");
        RawServer server = using(RawServer.answering(RawServer.ok("private"), certificate.listen()));
        HttpCall call = HttpCall.get(URI.create("https://127.0.0.1:" + server.port() + "/"));
        HttpCall byOtherName = HttpCall.get(URI.create("https://localhost:" + server.port() + "/"));
        SSLContext trust = certificate.trustingClient();
        GuardedHttpClient trusting = using(GuardedHttpClient.open(settings(LONG, 8), LOOPBACK, () -> trust));

        assertThat(get(trusting.exchange(ME, call)).text()).isEqualTo("private");
        assertThatThrownBy(() -> get(trusting.exchange(ME, byOtherName)))
                .hasRootCauseInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> get(client(settings(LONG, 8)).exchange(ME, call)))
                .hasCauseInstanceOf(IOException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void failsCallsAfterItsEnd() throws Exception {
        GuardedHttpClient client = client(settings(LONG, 8));
        client.close();

        await().untilAsserted(() -> assertThatThrownBy(
                        () -> get(client.exchange(ME, HttpCall.get(URI.create("http://127.0.0.1:1/")))))
                .hasMessageContaining("closed"));
    }

    private GuardedHttpClient client(HttpClientSettings settings) {
        return using(GuardedHttpClient.open(settings, LOOPBACK));
    }

    private static HttpClientSettings settings(Duration answer, int atOnce) {
        return new HttpClientSettings(LONG, answer, LONG, atOnce, 1_000, 1_000);
    }

    private static Octets octets(String text) {
        return Octets.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpReply get(CompletionStage<HttpReply> reply)
            throws ExecutionException, InterruptedException, TimeoutException {
        return reply.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private <T extends AutoCloseable> T using(T closeable) {
        open.add(closeable);
        return closeable;
    }

    /** A name server that answers the first question so and the next one otherwise. */
    private static final class Names extends AddressResolverGroup<InetSocketAddress> {
        private final Deque<String> answers = new ArrayDeque<>();

        Names(String... answers) {
            this.answers.addAll(List.of(answers));
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetNameResolver(executor) {
                @Override
                protected void doResolve(String name, Promise<InetAddress> promise) throws UnknownHostException {
                    promise.setSuccess(InetAddress.getByName(answers.remove()));
                }

                @Override
                protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
                    promise.setFailure(new UnsupportedOperationException());
                }
            }.asAddressResolver();
        }
    }
}
