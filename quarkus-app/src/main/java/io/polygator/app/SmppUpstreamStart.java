package io.polygator.app;

import io.polygator.gsm.transport.Backoff;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps camel-smpp from an upstream SMSC that does not take a bind: it would ask again and again on the thread that
 * starts the route or brings the message, which can meanwhile neither go on nor be stopped. So a bind is tried first, on a
 * thread of its own. As the policy of a route that does not start by itself it starts that route then; from then on
 * camel-smpp keeps the connections. Thread-safe.
 */
@RegisterForReflection
public final class SmppUpstreamStart extends RoutePolicySupport {
    private static final Logger LOG = LoggerFactory.getLogger(SmppUpstreamStart.class);
    private static final String SETTINGS = "polygator.smpp.upstream.";

    private final Set<String> waiting = new LinkedHashSet<>();
    private final Backoff backoff;
    private boolean trying;
    private volatile boolean bound;
    private String lastTrouble = "";

    /** Tries again after a second and, an SMSC may lock out who asks too often, after a minute in the end. */
    static SmppUpstreamStart usual() {
        return new SmppUpstreamStart(
                new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), RandomGenerator.getDefault()));
    }

    /** @param backoff how long to wait before each further attempt */
    public SmppUpstreamStart(Backoff backoff) {
        this.backoff = backoff;
    }

    @Override
    public synchronized void onInit(Route route) {
        waiting.add(route.getRouteId());
        listen(route.getCamelContext());
    }

    /** @throws IllegalStateException as long as the SMSC has not taken a bind */
    public void requireBind() {
        if (!bound) {
            throw new IllegalStateException("the upstream SMSC has not taken a bind yet");
        }
    }

    private void listen(CamelContext context) {
        try {
            context.addStartupListener((started, alreadyStarted) -> begin(started));
        } catch (Exception e) {
            throw new IllegalStateException("the upstream SMSC is not bound to: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void onRemove(Route route) {
        waiting.remove(route.getRouteId());
    }

    /** Camel tells more than once that it has started, and a route may be loaded again. */
    private synchronized void begin(CamelContext context) {
        if (trying || waiting.isEmpty()) {
            return;
        }
        trying = true;
        // Camel ends it with the context.
        ScheduledExecutorService thread =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "smpp-upstream-start");
        thread.execute(() -> attempt(context, thread));
    }

    private void attempt(CamelContext context, ScheduledExecutorService thread) {
        SmppBindTrial trial = trial(context);
        try {
            trial.run();
            bound = true;
            startRoutes(context);
            thread.shutdown();
        } catch (Exception e) {
            tellOnce(trial, e);
            thread.schedule(() -> attempt(context, thread), backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static SmppBindTrial trial(CamelContext context) {
        return new SmppBindTrial(
                setting(context, "host"),
                Integer.parseInt(setting(context, "port")),
                setting(context, "system-id:"),
                setting(context, "password:"),
                setting(context, "system-type:"));
    }

    private static String setting(CamelContext context, String name) {
        return context.resolvePropertyPlaceholders("{{" + SETTINGS + name + "}}");
    }

    private void startRoutes(CamelContext context) throws Exception {
        for (Optional<String> route = next(); route.isPresent(); route = next()) {
            context.getRouteController().startRoute(route.get());
            started(route.get());
        }
    }

    private synchronized Optional<String> next() {
        trying = !waiting.isEmpty();
        return waiting.stream().findFirst();
    }

    private synchronized void started(String route) {
        waiting.remove(route);
        lastTrouble = "";
    }

    private void tellOnce(SmppBindTrial trial, Exception trouble) {
        String told = String.valueOf(trouble.getMessage());
        if (!told.equals(lastTrouble)) {
            lastTrouble = told;
            LOG.warn(
                    "The upstream SMSC does not take the bind of {}: {}. See {}*; it is tried again until it does",
                    trial,
                    reason(trouble),
                    SETTINGS);
        }
    }

    /** jSMPP tells the refusal in the cause. */
    private static String reason(Exception trouble) {
        Throwable cause = trouble.getCause();
        return trouble instanceof IOException && cause != null && cause.getMessage() != null
                ? cause.getMessage()
                : String.valueOf(trouble.getMessage());
    }
}
