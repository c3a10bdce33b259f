package io.polygator.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.polygator.app.ApplicationProcess;
import io.polygator.app.Packaging;
import io.polygator.app.crash.CrashPlan.Kill;
import io.polygator.app.crash.CrashPlan.Since;
import io.polygator.app.crash.Judge.Complaint;
import io.polygator.app.crash.Order.Answer;
import io.polygator.app.crash.Order.Doubt;
import io.polygator.app.crash.UnderAttack.Ports;
import io.polygator.simulator.PolygatorSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application with kill -9 at random moments while clients and an ESME submit, people write to the SIMs and
 * reports come, and starts it again. Whatever it answered 202, or submit_sm_resp, to must have been on the air exactly
 * once, or be called unconfirmed or a possible duplicate; whatever came to a SIM must reach the webhook and leave the
 * SIM; whatever has ended must reach the ESME that submitted it.
 */
@Tag("packaged")
class CrashIT {
    private static final Duration LAST_TRAFFIC = Duration.ofSeconds(2);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(120);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Set<String> OPEN = Set.of("queued", "sending");
    private static final int COMPLAINTS_SHOWN = 10;

    private final CrashPlan plan = CrashPlan.configured();
    private final Map<String, JsonNode> statuses = new HashMap<>();
    private Set<String> inPeace = Set.of();

    @Test
    void nothingIsLostAndNothingIsSentTwiceInSilence(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        Instant began = Instant.now();
        Ports ports = Ports.free();
        MessagesApi api = new MessagesApi(ports.http());
        try (PolygatorSimulator simulator = UnderAttack.simulator(plan.seed()).start();
                UnreliableWebhook webhook = new UnreliableWebhook(plan.seed());
                Clients clients = new Clients(api);
                EsmeTraffic esme = new EsmeTraffic(ports.smpp());
                InboundTraffic inbound = new InboundTraffic(simulator, plan.seed())) {
            List<String> settings = UnderAttack.settings(ports, folder, simulator.addresses(), webhook.url());
            Traffic traffic = new Traffic(clients, esme, inbound, webhook);
            traffic.start();
            try (Accidents accidents = new Accidents(simulator, plan.seed())) {
                accidents.start();
                for (Kill kill : plan.kills()) {
                    startAndKill(kill, folder, settings);
                }
            }
            try (ApplicationProcess application = ApplicationProcess.start(Packaging.JVM, folder, settings)) {
                application.awaitReady();
                Instant peaceSince = Instant.now();
                application.live(LAST_TRAFFIC);
                traffic.end();
                List<String> open =
                        drain(() -> Judge.sentInPeace(simulator.air().entries(), peaceSince), api, traffic);
                Judge judge = judge(simulator, peaceSince, traffic);
                System.out.println(new Summary(plan, judge, simulator.air(), traffic)
                        .line(Duration.between(began, Instant.now())));

                assertThat(traffic.failures())
                        .as("answers that nobody should get")
                        .isEmpty();
                assertThat(judge.complaints())
                        .as(() -> evidence(judge.complaints(), api))
                        .isEmpty();
                assertThat(open)
                        .as("open after " + DRAINED_WITHIN.toSeconds() + " s")
                        .isEmpty();
                assertThat(judge.inState("delivered")).isPositive();
                assertThat(inbound.texts()).isNotEmpty();
                assertThat(esme.receipts()).isNotEmpty();
            }
        }
    }

    private static void startAndKill(Kill kill, Path folder, List<String> settings) throws InterruptedException {
        try (ApplicationProcess application = ApplicationProcess.start(Packaging.JVM, folder, settings)) {
            if (kill.since() == Since.READY) {
                application.awaitReady();
            }
            application.live(kill.after());
            application.kill();
        }
    }

    /** Lets everything end that will; what has not ended in time. */
    private List<String> drain(Supplier<Set<String>> sentInPeace, MessagesApi api, Traffic traffic) {
        List<String> open = new ArrayList<>();
        try {
            await().atMost(DRAINED_WITHIN).pollInterval(LOOK_EVERY).until(() -> {
                open.clear();
                inPeace = sentInPeace.get();
                open.addAll(stillOpen(api, traffic));
                return open.isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            // What is open is for the judge and for people.
        }
        return open;
    }

    private List<String> stillOpen(MessagesApi api, Traffic traffic) throws IOException, InterruptedException {
        List<String> open = new ArrayList<>();
        if (!traffic.clients().isSatisfied()) {
            open.add("a client has no answer");
        }
        open.addAll(openMessages(api, traffic.answers()));
        open.addAll(openInbound(traffic.inbound(), traffic.webhook()));
        Set<String> unreported = new TreeSet<>(delivered());
        unreported.removeAll(Judge.reportedDelivered(traffic.webhook().reports()));
        unreported.forEach(id -> open.add("delivered and not reported to the webhook: " + id));
        Set<String> unreceipted = new TreeSet<>(Judge.oweReceipts(statuses(traffic.esme())));
        unreceipted.removeAll(traffic.esme().receipts());
        unreceipted.forEach(id -> open.add("ended without a receipt to the ESME: " + id));
        return open;
    }

    private static List<String> openInbound(InboundTraffic inbound, UnreliableWebhook webhook) {
        List<String> open = new ArrayList<>();
        Set<String> missing = new TreeSet<>(inbound.texts());
        webhook.inbound().forEach(event -> missing.remove(event.path("text").asText()));
        missing.forEach(text -> open.add("inbound not at the webhook: " + text));
        if (inbound.onSims() > 0) {
            open.add(inbound.onSims() + " messages on the SIMs");
        }
        return open;
    }

    private List<String> openMessages(MessagesApi api, Map<Order, Answer> answers)
            throws IOException, InterruptedException {
        List<String> open = new ArrayList<>();
        for (Map.Entry<Order, Answer> entry : answers.entrySet()) {
            if (entry.getValue() instanceof Answer.Accepted accepted && isOpen(entry.getKey(), accepted.id())) {
                JsonNode status = api.status(accepted.id());
                statuses.put(accepted.id(), status);
                if (isOpen(entry.getKey(), accepted.id())) {
                    open.add("message " + accepted.id() + ": " + status);
                }
            }
        }
        return open;
    }

    private boolean isOpen(Order order, String id) {
        JsonNode status = statuses.get(id);
        if (status == null) {
            return true;
        }
        String state = status.path("state").asText();
        boolean waitsForReport = state.equals("accepted") && inPeace.contains(order.number());
        boolean waitsForPolicy = state.equals("unconfirmed") && order.doubt() == Doubt.RETRY;
        return OPEN.contains(state) || waitsForReport || waitsForPolicy;
    }

    private Set<String> delivered() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getValue().path("state").asText().equals("delivered"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What the application says about the messages whose submit_sm it answered, by id. */
    private Map<String, JsonNode> statuses(EsmeTraffic esme) {
        Map<String, JsonNode> accepted = new HashMap<>(statuses);
        accepted.keySet().retainAll(esme.acceptedIds());
        return accepted;
    }

    private Judge judge(PolygatorSimulator simulator, Instant peaceSince, Traffic traffic) {
        Judge judge = new Judge(simulator.air().entries(), peaceSince);
        traffic.answers().forEach((order, answer) -> {
            if (answer instanceof Answer.Accepted accepted) {
                judge.hearAccepted(
                        accepted.id(), order.number(), statuses.getOrDefault(accepted.id(), MissingNode.getInstance()));
            } else if (answer instanceof Answer.Refused) {
                judge.hearRefused(order.number());
            } else {
                judge.hearUnanswered(order.number());
            }
        });
        judge.hearInbound(traffic.inbound().texts(), traffic.webhook().inbound());
        judge.hearReports(delivered(), traffic.webhook().reports());
        judge.hearReceipts(statuses(traffic.esme()), traffic.esme().receipts());
        return judge;
    }

    private String evidence(List<Complaint> complaints, MessagesApi api) {
        return "POLYGATOR_CRASH_SEED=" + plan.seed() + " POLYGATOR_CRASH_KILLS="
                + plan.kills().size() + "; the first of " + complaints.size() + " complaints:\n"
                + complaints.stream()
                        .limit(COMPLAINTS_SHOWN)
                        .map(complaint -> complaint + timeline(complaint, api))
                        .collect(Collectors.joining("\n"));
    }

    private static String timeline(Complaint complaint, MessagesApi api) {
        if (complaint.id().isEmpty()) {
            return "";
        }
        try {
            return "\n  " + api.timeline(complaint.id());
        } catch (IOException e) {
            return "\n  no timeline: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "\n  no timeline: " + e;
        }
    }
}
