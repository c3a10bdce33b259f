package io.polygator.app;

import io.polygator.camel.asterisk.AsteriskCli;
import io.polygator.camel.eventsh.EventSh;
import io.polygator.camel.eventsh.EventShSettings;
import io.polygator.camel.http.EventStreamSettings;
import io.polygator.camel.http.Events;
import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpAccount;
import io.polygator.camel.http.HttpChannels;
import io.polygator.camel.http.HttpContract;
import io.polygator.camel.http.HttpDeadLetters;
import io.polygator.camel.http.HttpDocs;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.http.HttpEvents;
import io.polygator.camel.http.HttpLists;
import io.polygator.camel.http.HttpMessages;
import io.polygator.camel.http.HttpProblems;
import io.polygator.camel.http.HttpTimelines;
import io.polygator.camel.http.HttpUser;
import io.polygator.camel.http.HttpUssd;
import io.polygator.camel.smpp.SmppUpstream;
import io.polygator.camel.spool.Spool;
import io.polygator.camel.spool.SpoolReady;
import io.polygator.camel.spool.SpoolSettings;
import io.polygator.camel.webhook.GuardedHttp;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.Network;
import io.polygator.http.BasicCredentials;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpClientSettings;
import io.polygator.http.client.TargetGuard;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;

/** The beans that routes name. */
@Singleton
final class RouteBeans {
    private static final Duration ASTERISK_WITHIN = Duration.ofSeconds(30);

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpAccess httpAccess(PolygatorSettings settings) {
        PolygatorSettings.Http http = settings.http();
        return new HttpAccess(http.user()
                .flatMap(user -> http.password().map(password -> new BasicCredentials(user, password)))
                .map(credentials -> new HttpUser(credentials, scopes(http))));
    }

    private static Set<HttpScope> scopes(PolygatorSettings.Http http) {
        return http.unmasked() ? EnumSet.allOf(HttpScope.class) : EnumSet.complementOf(EnumSet.of(HttpScope.UNMASKED));
    }

    /** Stands in for Camel's own component of this name. */
    @Produces
    @Singleton
    @Named("netty-http")
    @Unremovable
    HttpDoorComponent httpDoor() {
        return new HttpDoorComponent();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpMessages httpMessages() {
        return new HttpMessages();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpTimelines httpTimelines() {
        return new HttpTimelines();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpDeadLetters httpDeadLetters() {
        return new HttpDeadLetters();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpChannels httpChannels() {
        return new HttpChannels();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpEvents httpEvents() {
        return new HttpEvents(EventStreamSettings.defaults());
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpLists httpLists() {
        return new HttpLists();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpAccount httpAccount() {
        return new HttpAccount();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpUssd httpUssd() {
        return new HttpUssd();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpContract httpContract() {
        return new HttpContract();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpDocs httpDocs() {
        return new HttpDocs();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpProblems httpProblems() {
        return new HttpProblems();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    Events events() {
        return new Events();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    GuardedHttpClient guardedHttpClient(PolygatorSettings settings) {
        return GuardedHttpClient.open(
                HttpClientSettings.defaults(), TargetGuard.allowing(WebhookService.allowedNetworks(settings)));
    }

    void close(@Disposes GuardedHttpClient client) {
        client.close();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    GuardedHttp guardedHttp(GuardedHttpClient client, CamelContext context) {
        return new GuardedHttp(client, context);
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    SmppUpstreamSteps smppUpstream(PolygatorSettings settings) {
        PolygatorSettings.Upstream upstream = settings.smpp().upstream();
        return new SmppUpstreamSteps(
                new SmppUpstream(InstantSource.system(), upstream.alphabet(), upstream.concatenation()));
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    SmppUpstreamStart smppUpstreamStart() {
        return SmppUpstreamStart.usual();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    SpoolReady spoolReady(PolygatorSettings settings) {
        return new SpoolReady(spoolDirectory(settings), InstantSource.system());
    }

    private static Path spoolDirectory(PolygatorSettings settings) {
        return Path.of(settings.spool().directory().orElse("spool"));
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    Spool spool(PolygatorSettings settings) {
        PolygatorSettings.Spool spool = settings.spool();
        SpoolSettings chosen = new SpoolSettings(
                spoolDirectory(settings), spool.account(), spool.reports(), spool.charset(), ZoneId.systemDefault());
        return new Spool(chosen, InstantSource.system());
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    EventSh eventSh(HttpAccess access, PolygatorSettings settings) {
        PolygatorSettings.EventSh chosen = settings.eventSh();
        List<Network> networks = chosen.allowedNetworks().orElse(List.of()).stream()
                .map(Network::parse)
                .toList();
        return new EventSh(
                access, new EventShSettings(networks, chosen.charset(), chosen.channels(), ZoneId.systemDefault()));
    }

    /** For routes of the operator's own; none that is delivered uses it. */
    @Produces
    @Singleton
    @Named
    @Unremovable
    AsteriskCli asteriskCli() {
        return new AsteriskCli("asterisk", ASTERISK_WITHIN);
    }
}
