package io.polygator.app;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.webhook.WebhookRule;
import io.polygator.camel.webhook.Webhooks;
import io.polygator.gateway.account.Network;
import io.polygator.http.client.GuardedHttpClient;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The webhooks of the settings and of the accounts, as long as Camel runs. */
@Singleton
final class WebhookService {
    /** The webhook of {@code polygator.webhook.url}. */
    private static final String DEFAULT = "default";

    private final PolygatorSettings settings;
    private final Provider<GuardedHttpClient> client;
    private @Nullable Webhooks webhooks;

    WebhookService(PolygatorSettings settings, Provider<GuardedHttpClient> client) {
        this.settings = settings;
        this.client = client;
    }

    /** Fails with a {@link StartupProblem} when a setting is wrong. */
    static void check(PolygatorSettings settings) {
        List<String> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new StartupProblem(problems.get(0));
        }
    }

    /** Everything that is wrong with the settings, each with the setting's name. */
    static List<String> problems(PolygatorSettings settings) {
        List<String> problems = new ArrayList<>();
        problem(() -> allowedNetworks(settings)).ifPresent(problems::add);
        problem(() -> rule(DEFAULT, settings.webhook())).ifPresent(problems::add);
        new TreeMap<>(settings.webhooks())
                .forEach((name, rule) -> problem(() -> requireNamed(name, rule)).ifPresent(problems::add));
        return List.copyOf(problems);
    }

    private static Optional<String> problem(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (StartupProblem problem) {
            return Optional.ofNullable(problem.getMessage());
        }
    }

    /** Whether anybody is told of events by a setting. */
    static boolean isAnySet(PolygatorSettings settings) {
        return settings.webhook().url().isPresent() || !settings.webhooks().isEmpty();
    }

    /** The URLs to which nothing would be sent, in words that name the setting. */
    static List<String> forbiddenTargets(PolygatorSettings settings) {
        ForbiddenTargets targets = ForbiddenTargets.of(settings);
        Map<String, String> urls = new TreeMap<>();
        settings.webhook().url().ifPresent(url -> urls.put(setting(DEFAULT) + "url", url));
        settings.webhooks().forEach((name, rule) -> rule.url().ifPresent(url -> urls.put(setting(name) + "url", url)));
        return urls.entrySet().stream()
                .flatMap(entry -> targets.problem(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** The networks that may be called although they are not public. */
    static List<Network> allowedNetworks(PolygatorSettings settings) {
        try {
            return settings.webhook().allowedNetworks().orElse(List.of()).stream()
                    .map(Network::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new StartupProblem("polygator.webhook.allowed-networks: " + e.getMessage()
                    + "; write networks such as 192.168.2.0/24, or addresses");
        }
    }

    /** The rules of the settings, which {@link #check} has found right. */
    static List<WebhookRule> rules(PolygatorSettings settings) {
        Map<String, PolygatorSettings.WebhookRule> named = settings.webhooks();
        return Stream.concat(
                        rule(DEFAULT, settings.webhook()).stream(),
                        named.entrySet().stream().flatMap(entry -> rule(entry.getKey(), entry.getValue()).stream()))
                .collect(Collectors.toUnmodifiableList());
    }

    private static void requireNamed(String name, PolygatorSettings.WebhookRule rule) {
        if (name.equals(DEFAULT)) {
            throw new StartupProblem(
                    "polygator.webhooks." + DEFAULT + " has the name of polygator.webhook.url itself: give it another");
        }
        if (rule(name, rule).isEmpty()) {
            throw new StartupProblem(setting(name) + "url is missing: write where events go, or remove the others");
        }
    }

    private static Optional<WebhookRule> rule(String name, PolygatorSettings.WebhookRule rule) {
        try {
            return rule.url()
                    .map(url -> new WebhookRule.Options(
                            url,
                            rule.secret(),
                            rule.events(),
                            rule.account(),
                            rule.channels(),
                            rule.senders(),
                            rule.keywords(),
                            rule.format()))
                    .map(options -> WebhookRule.of(name, options));
        } catch (IllegalArgumentException e) {
            throw new StartupProblem(String.valueOf(e.getMessage())
                    .replaceFirst("^webhook .*?: ", Matcher.quoteReplacement(setting(name))));
        }
    }

    /** With which the settings of a webhook begin. */
    private static String setting(String name) {
        return name.equals(DEFAULT) ? "polygator.webhook." : "polygator.webhooks." + name + ".";
    }

    void start(PolygatorComponent component) {
        webhooks = Webhooks.start(component, rules(settings), client.get(), InstantSource.system());
    }

    void stop() {
        if (webhooks != null) {
            webhooks.close();
            webhooks = null;
        }
    }
}
