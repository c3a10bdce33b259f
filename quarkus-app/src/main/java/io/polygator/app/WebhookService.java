package io.polygator.app;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.webhook.WebhookRule;
import io.polygator.camel.webhook.Webhooks;
import io.polygator.gateway.account.Network;
import io.polygator.http.client.GuardedHttpClient;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        rules(settings);
        allowedNetworks(settings);
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

    private static List<WebhookRule> rules(PolygatorSettings settings) {
        Map<String, PolygatorSettings.WebhookRule> named = settings.webhooks();
        if (named.containsKey(DEFAULT)) {
            throw new StartupProblem(
                    "polygator.webhooks." + DEFAULT + " has the name of polygator.webhook.url itself: give it another");
        }
        named.forEach((name, rule) -> {
            if (rule.url().isEmpty()) {
                throw new StartupProblem("polygator.webhooks." + name + ".url is missing");
            }
        });
        return Stream.concat(
                        rule(DEFAULT, settings.webhook()).stream(),
                        named.entrySet().stream().flatMap(entry -> rule(entry.getKey(), entry.getValue()).stream()))
                .collect(Collectors.toUnmodifiableList());
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
            throw new StartupProblem(String.valueOf(e.getMessage()));
        }
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
