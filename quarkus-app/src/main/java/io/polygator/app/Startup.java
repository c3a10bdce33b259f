package io.polygator.app;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageId;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.quarkus.main.CamelMain;
import org.apache.camel.quarkus.main.events.AfterConfigure;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.apache.camel.quarkus.main.events.AfterStop;
import org.apache.camel.quarkus.main.events.BeforeConfigure;
import org.apache.camel.quarkus.main.events.BeforeStop;
import org.apache.camel.spi.PropertiesComponent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start in order: checks, demo if nothing else is configured, and afterwards a word to the operator. */
@Singleton
final class Startup {
    /** Which files of the folder of the routes are routes. */
    static final String ROUTE_FILES = "*.yaml";

    private static final String SMPP_ROUTE = "smpp-server";

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final PolygatorSettings settings;
    private final Demo demo;
    private final GatewayMetrics metrics;
    private final WebhookService webhooks;
    private final String consoleHost;
    private final int consolePort;

    Startup(
            PolygatorSettings settings,
            Demo demo,
            GatewayMetrics metrics,
            WebhookService webhooks,
            @ConfigProperty(name = "quarkus.http.host") String consoleHost,
            @ConfigProperty(name = "quarkus.http.port") int consolePort) {
        this.settings = settings;
        this.demo = demo;
        this.metrics = metrics;
        this.webhooks = webhooks;
        this.consoleHost = consoleHost;
        this.consolePort = consolePort;
    }

    /** Nothing has been read yet. */
    void starting(@Observes BeforeConfigure event) {
        Path routes = StartupChecks.routesIn(Path.of(settings.routes()));
        WebhookService.check(settings);
        StartupChecks.portIsFree(settings.http());
        CamelMain main = (CamelMain) event.getMain();
        boolean logged = settings.logEvents().orElse(!WebhookService.isAnySet(settings));
        PropertiesComponent placeholders = main.getCamelContext().getPropertiesComponent();
        placeholders.addPropertiesSource(new PlaceholderSource());
        placeholders.addOverrideProperty("polygator.log-events", String.valueOf(logged));
        main.getCamelContext().getRegistry().bind("route-file-loader", new RouteFileLoader());
        main.getMainConfigurationProperties()
                .withRoutesIncludePattern("file:" + routes + "/" + ROUTE_FILES)
                .withRoutesReloadDirectory(routes.toString())
                .withRoutesReloadPattern(ROUTE_FILES);
    }

    /** Camel has its configuration and knows its routes; nothing is open yet. */
    void configured(@Observes AfterConfigure event) {
        event.getCamelContext().getManagementStrategy().addEventNotifier(new RouteTroubles());
        PolygatorComponent component = component(event.getCamelContext());
        StartupChecks.addresses(settings, component);
        if (component.getGateways().isEmpty()) {
            demo.start(settings.demo().port(), component);
        }
        DoorTls.configure(settings.smpp().tls(), event.getCamelContext());
        DoorTls.configure(settings.modem().tls(), event.getCamelContext());
    }

    void started(@Observes AfterStart event) {
        PolygatorComponent component = component(event.getCamelContext());
        metrics.watch(component);
        webhooks.start(component);
        LOG.info("Messages are kept in {}", component.storePlace());
        component.smsGateway().query(new MessageId("0")).whenComplete((any, failure) -> {
            if (failure != null) {
                LOG.error("No message can be accepted for now: {}", words(failure));
            }
        });
        String api = "http://" + settings.http().host() + ":" + settings.http().port();
        LOG.info(
                "HTTP API on {}/v1/messages, health on http://{}:{}/q/health, metrics on /q/metrics",
                api,
                consoleHost,
                consolePort);
        if (event.getCamelContext().getRouteController().getRouteStatus(SMPP_ROUTE) == ServiceStatus.Started) {
            LOG.info(
                    "SMPP on {}:{}, for {} accounts",
                    settings.smpp().host(),
                    settings.smpp().port(),
                    component.gatekeeper().accounts().all().size());
        }
        if (demo.isRunning()) {
            demo.explain(api);
        } else if (settings.http().password().isEmpty()
                && component.gatekeeper().accounts().all().isEmpty()) {
            LOG.warn("Nobody can use the HTTP API yet: set polygator.http.user and polygator.http.password,"
                    + " or camel.component.polygator.accounts-file");
        }
    }

    private static String words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }

    void stopping(@Observes BeforeStop event) {
        webhooks.stop();
    }

    void stopped(@Observes AfterStop event) {
        metrics.close();
        demo.close();
    }

    private static PolygatorComponent component(CamelContext context) {
        return context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
    }
}
