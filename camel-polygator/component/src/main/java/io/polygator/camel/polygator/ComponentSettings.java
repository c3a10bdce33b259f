package io.polygator.camel.polygator;

import io.polygator.gateway.EventSettings;
import io.polygator.gateway.GatewaySettings;
import io.polygator.gateway.OutboundSettings;
import io.polygator.gateway.account.Accounts;
import io.polygator.gateway.quota.AccountBudgets;
import io.polygator.gateway.quota.SegmentBudget;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The options of a component as settings of the gateway that it makes. */
final class ComponentSettings {

    private ComponentSettings() {}

    static GatewaySettings of(PolygatorComponent component) {
        return withoutAccounts(component)
                .withAccountBudgets(budgets(component.gatekeeper().accounts()));
    }

    /** What the options say by themselves: nobody's file is read. */
    static GatewaySettings withoutAccounts(PolygatorComponent component) {
        return GatewaySettings.defaults()
                .with(outbound(component))
                .with(events(component))
                .withBudgetZone(zone(component.getTimeZone()))
                .withPinDirectory(Path.of(component.getPinDirectory()));
    }

    private static OutboundSettings outbound(PolygatorComponent component) {
        OutboundSettings usual = OutboundSettings.defaults();
        return new OutboundSettings(
                usual.maximumSegments(),
                usual.referenceWidth(),
                usual.defaultValidity(),
                usual.ageing(),
                component.getDoubt(),
                duration("doubtTime", component.getDoubtTime()),
                usual.reportTime(),
                usual.reportMargin(),
                usual.sendDeadline(),
                duration("retention", component.getRetention()),
                usual.keysKnown());
    }

    private static EventSettings events(PolygatorComponent component) {
        EventSettings usual = EventSettings.defaults();
        return new EventSettings(
                usual.concurrent(),
                usual.handlerDeadline(),
                usual.retries(),
                duration("eventAgeLimit", component.getEventAgeLimit()),
                duration("deadLettersKept", component.getDeadLettersKept()),
                usual.anonymousQueue());
    }

    private static AccountBudgets budgets(Accounts accounts) {
        return id -> accounts.find(id).map(account -> account.limits().budget()).orElse(SegmentBudget.unlimited());
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "option timeZone=" + name + " of the polygator component: use one such as Europe/Moscow or UTC", e);
        }
    }

    private static Duration duration(String option, long milliseconds) {
        if (milliseconds <= 0) {
            throw new IllegalArgumentException("option " + option + "=" + milliseconds
                    + " of the polygator component: use a positive duration such as 12h or 7d");
        }
        return Duration.ofMillis(milliseconds);
    }
}
