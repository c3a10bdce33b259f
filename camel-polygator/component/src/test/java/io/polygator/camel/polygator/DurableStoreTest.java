package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.simulator.PolygatorSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a component keeps in its SQLite file, seen through endpoints, over the ends of contexts. */
class DurableStoreTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final Pattern BACKUP = Pattern.compile("sqlite3 data/polygator.db \"([^\"]*)\"");

    private final PolygatorSimulator simulator =
            PolygatorSimulator.builder().channels(2).firstPort(0).build();
    private final AtomicBoolean crmWorks = new AtomicBoolean(true);
    private final AtomicInteger failures = new AtomicInteger();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private DefaultCamelContext context = new DefaultCamelContext();
    private Path folder = Path.of("");

    @BeforeEach
    void start(@TempDir Path own) throws Exception {
        folder = own;
        simulator.start();
        context = context();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    @Test
    void aMessageThatWaitsSurvivesTheEnd() throws Exception {
        MessageId id = sendLater("good morning");

        restart();

        assertThat(query(id).state()).isEqualTo(MessageState.QUEUED);
        assertThat(request("polygator:all?operation=cancel", "", id)
                        .getMessage()
                        .getHeader(PolygatorConstants.RESULT))
                .isEqualTo("done");
    }

    @Test
    void whatHappenedToAMessageIsKnownAfterTheEnd() throws Exception {
        MessageId id = id(send("hello", Map.of(PolygatorConstants.SUBMITTER, "http crm")));
        await().atMost(SECONDS).until(() -> query(id).state() == MessageState.DELIVERED);

        restart();

        List<?> timeline =
                request("polygator:all?operation=timeline", "", id).getMessage().getBody(List.class);
        assertThat(timeline).first().satisfies(first -> assertThat(((TimelineEntry) first).detail())
                .contains("http crm"));
    }

    @Test
    void whatASubscriptionCouldNotHandleComesAgainAfterTheEnd() throws Exception {
        crmWorks.set(false);
        listen();
        simulator.channel(0).receiveFrom("+380671234567", "call me");
        await().atMost(SECONDS).untilAsserted(() -> assertThat(failures).hasPositiveValue());

        restart();
        crmWorks.set(true);
        listen();

        await().atMost(SECONDS).untilAsserted(() -> assertThat(received).containsExactly("call me"));
    }

    @Test
    void aStoreThatIsInUseElsewhereSaysSoAndRecoversOnceItIsFree() throws Exception {
        sendLater("the first one has it");
        DefaultCamelContext second = context();
        try {
            Exchange refused = send(second, "hello", Map.of());
            assertThat(refused.getException())
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("another process has it open");
            assertThat(HealthCheckHelper.getHealthCheck(second, StoreHealthCheck.ID)
                            .call()
                            .getState())
                    .isEqualTo(State.DOWN);

            context.stop();

            await().atMost(SECONDS).untilAsserted(() -> assertThat(
                            send(second, "hello", Map.of()).getException())
                    .isNull());
            assertThat(HealthCheckHelper.getHealthCheck(second, StoreHealthCheck.ID)
                            .call()
                            .getState())
                    .isEqualTo(State.UP);
        } finally {
            second.stop();
        }
    }

    @Test
    void theDocumentedBackupIsRestoredAsDocumented() throws Exception {
        MessageId kept = sendLater("before the backup");
        Matcher command = BACKUP.matcher(Files.readString(PAGE));
        assertThat(command.find()).isTrue();
        Path backup = folder.resolve("backup.db");
        sql(command.group(1).replace("backup.db", backup.toString()));
        MessageId lost = sendLater("after the backup");
        context.stop();

        Files.deleteIfExists(folder.resolve("polygator.db-wal"));
        Files.deleteIfExists(folder.resolve("polygator.db-shm"));
        Files.copy(backup, folder.resolve("polygator.db"), StandardCopyOption.REPLACE_EXISTING);
        context = context();

        assertThat(query(kept).state()).isEqualTo(MessageState.QUEUED);
        assertThat(request("polygator:all?operation=query", "", lost).getException())
                .isInstanceOf(UnknownMessageException.class);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("polygator.db"));
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private DefaultCamelContext context() throws Exception {
        DefaultCamelContext made = new DefaultCamelContext();
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.getGateways().put("g8", PolygatorTestSupport.gateway(String.join(",", simulator.addresses()), ""));
        made.addComponent(PolygatorConstants.SCHEME, component);
        made.start();
        return made;
    }

    private void restart() throws Exception {
        context.stop();
        context = context();
    }

    private void listen() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("polygator:all?subscription=crm").routeId("crm").process(exchange -> {
                    if (!crmWorks.get()) {
                        failures.incrementAndGet();
                        throw new IOException("the CRM is down");
                    }
                    received.add(exchange.getMessage().getBody(String.class));
                });
            }
        });
    }

    private MessageId sendLater(String text) {
        return id(send(text, Map.of(PolygatorConstants.SEND_AT, Instant.now().plus(Duration.ofDays(1)))));
    }

    private Exchange send(String text, Map<String, Object> headers) {
        return send(context, text, headers);
    }

    private static Exchange send(DefaultCamelContext context, String text, Map<String, Object> headers) {
        return context.createProducerTemplate().request("polygator:all", exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getMessage().setHeader(PolygatorConstants.TO, "+380671234567");
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    private Exchange request(String uri, String body, MessageId id) {
        return context.createProducerTemplate().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(PolygatorConstants.MESSAGE_ID, id.value());
        });
    }

    private static MessageId id(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return new MessageId(Objects.requireNonNull(
                exchange.getMessage().getHeader(PolygatorConstants.MESSAGE_ID, String.class), "an id"));
    }

    private MessageStatus query(MessageId id) {
        return Objects.requireNonNull(
                request("polygator:all?operation=query", "", id).getMessage().getBody(MessageStatus.class), "a status");
    }
}
