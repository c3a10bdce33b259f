package io.polygator.app;

import io.polygator.camel.http.HttpAccess;
import io.polygator.camel.kannel.KannelChannels;
import io.polygator.camel.kannel.KannelDlr;
import io.polygator.camel.kannel.KannelProblems;
import io.polygator.camel.kannel.KannelSendSms;
import io.polygator.camel.kannel.KannelServices;
import io.polygator.camel.kannel.KannelStatusPages;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.kannel.SmsService;
import io.polygator.http.kannel.SmsService.Action;
import io.polygator.http.kannel.SmsService.AnswerHeaders;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans of the routes that speak as Kannel does. */
@Singleton
final class KannelBeans {

    @Produces
    @Singleton
    @Named
    @Unremovable
    KannelSendSms kannelSendSms(HttpAccess access, PolygatorSettings settings) {
        return new KannelSendSms(access, new KannelChannels(settings.kannel().smsc()), InstantSource.system());
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    KannelProblems kannelProblems() {
        return new KannelProblems();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    KannelDlr kannelDlr() {
        return new KannelDlr();
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    KannelStatusPages kannelStatusPages(
            PolygatorSettings settings, @ConfigProperty(name = "quarkus.application.version") String version) {
        return new KannelStatusPages(settings.kannel().statusPassword(), version, InstantSource.system());
    }

    @Produces
    @Singleton
    @Named
    @Unremovable
    KannelServices kannelServices(PolygatorSettings settings, GuardedHttpClient client) {
        List<SmsService> services = new ArrayList<>();
        settings.kannel().services().forEach((name, service) -> services.add(service(name, service)));
        return new KannelServices(
                services, client, new KannelChannels(settings.kannel().smsc()), InstantSource.system());
    }

    private static SmsService service(String name, PolygatorSettings.SmsService settings) {
        return new SmsService(
                name,
                settings.keyword().orElse(List.of()),
                settings.catchAll(),
                action(name, settings),
                settings.maxMessages(),
                settings.concatenation(),
                settings.omitEmpty(),
                settings.acceptedSmsc().orElse(List.of()),
                settings.sendSender(),
                settings.acceptXKannelHeaders() ? AnswerHeaders.ACCEPTED : AnswerHeaders.IGNORED);
    }

    private static Action action(String name, PolygatorSettings.SmsService settings) {
        List<Action> actions = new ArrayList<>();
        settings.getUrl().ifPresent(url -> actions.add(new Action.Get(url)));
        settings.postUrl().ifPresent(url -> actions.add(new Action.Post(url)));
        settings.text().ifPresent(text -> actions.add(new Action.Answer(text)));
        settings.file().ifPresent(file -> actions.add(new Action.File(Path.of(file))));
        if (actions.size() != 1) {
            throw new IllegalArgumentException("polygator.kannel.services." + name
                    + " needs one of get-url, post-url, text and file, and has " + actions.size());
        }
        return actions.get(0);
    }
}
