package io.polygator.app;

import io.polygator.camel.http.Events;
import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.http.HttpChannels;
import io.polygator.camel.http.HttpDeadLetters;
import io.polygator.camel.http.HttpDoorComponent;
import io.polygator.camel.http.HttpMessages;
import io.polygator.camel.http.HttpProblems;
import io.polygator.camel.http.HttpTimelines;
import io.polygator.camel.smpp.SmppUpstream;
import io.polygator.http.BasicAccess;
import io.polygator.http.BasicAccess.Credentials;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The beans that routes name. */
@Singleton
final class RouteBeans {

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpAccess httpAccess(PolygatorSettings settings, Demo demo) {
        Optional<Credentials> configured = settings.http()
                .user()
                .flatMap(user -> settings.http().password().map(password -> new Credentials(user, password)));
        Optional<Credentials> credentials =
                configured.isEmpty() && demo.isRunning() ? Optional.of(Demo.CREDENTIALS) : configured;
        return new HttpAccess(new BasicAccess(credentials, "set polygator.http.user and polygator.http.password"));
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
    HttpTimelines httpTimelines(PolygatorSettings settings) {
        return new HttpTimelines(settings.http().unmasked());
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    HttpDeadLetters httpDeadLetters(PolygatorSettings settings) {
        return new HttpDeadLetters(settings.http().unmasked());
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
    SmppUpstreamSteps smppUpstream(PolygatorSettings settings) {
        PolygatorSettings.Upstream upstream = settings.smpp().upstream();
        return new SmppUpstreamSteps(
                new SmppUpstream(InstantSource.system(), upstream.alphabet(), upstream.concatenation()));
    }
}
