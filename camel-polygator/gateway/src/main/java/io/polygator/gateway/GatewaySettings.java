package io.polygator.gateway;

import io.polygator.gateway.channel.RestSettings;
import io.polygator.gateway.quota.AccountBudgets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a gateway behaves. Each part checks its values and has defaults that suit most.
 *
 * @param outbound what is taken and how long it lives
 * @param retry how sending is tried again
 * @param rest when a channel rests
 * @param inbound how inbound messages are taken
 * @param events how events are handed to subscribers
 * @param budgetZone whose calendar the budgets of SIMs and accounts go by: that of the tariffs
 * @param accountBudgets what accounts may submit
 * @param closeWithin how long closing waits for sends that run
 * @param pinDirectory where the PIN attempts are recorded, so that a wrong PIN is not tried again after a restart;
 *     empty records them in memory only, which suits tests: three wrong attempts lock a SIM
 */
public record GatewaySettings(
        OutboundSettings outbound,
        RetrySettings retry,
        RestSettings rest,
        InboundSettings inbound,
        EventSettings events,
        ZoneId budgetZone,
        AccountBudgets accountBudgets,
        Duration closeWithin,
        Optional<Path> pinDirectory) {

    public GatewaySettings {
        if (closeWithin.isNegative()) {
            throw new IllegalArgumentException("closeWithin must not be negative, was " + closeWithin);
        }
    }

    /** The defaults of every part, the calendar of this machine, 30 seconds for closing, PIN attempts in memory. */
    public static GatewaySettings defaults() {
        return new GatewaySettings(
                OutboundSettings.defaults(),
                RetrySettings.defaults(),
                RestSettings.defaults(),
                InboundSettings.defaults(),
                EventSettings.defaults(),
                ZoneId.systemDefault(),
                AccountBudgets.unlimited(),
                Duration.ofSeconds(30),
                Optional.empty());
    }

    /** The same with other outbound settings. */
    public GatewaySettings with(OutboundSettings changed) {
        return new GatewaySettings(
                changed, retry, rest, inbound, events, budgetZone, accountBudgets, closeWithin, pinDirectory);
    }

    /** The same with other retry settings. */
    public GatewaySettings with(RetrySettings changed) {
        return new GatewaySettings(
                outbound, changed, rest, inbound, events, budgetZone, accountBudgets, closeWithin, pinDirectory);
    }

    /** The same with other inbound settings. */
    public GatewaySettings with(InboundSettings changed) {
        return new GatewaySettings(
                outbound, retry, rest, changed, events, budgetZone, accountBudgets, closeWithin, pinDirectory);
    }

    /** The same with other event settings. */
    public GatewaySettings with(EventSettings changed) {
        return new GatewaySettings(
                outbound, retry, rest, inbound, changed, budgetZone, accountBudgets, closeWithin, pinDirectory);
    }

    /** The same with another calendar for the budgets. */
    public GatewaySettings withBudgetZone(ZoneId zone) {
        return new GatewaySettings(
                outbound, retry, rest, inbound, events, zone, accountBudgets, closeWithin, pinDirectory);
    }

    /** The same with budgets of accounts. */
    public GatewaySettings withAccountBudgets(AccountBudgets budgets) {
        return new GatewaySettings(
                outbound, retry, rest, inbound, events, budgetZone, budgets, closeWithin, pinDirectory);
    }

    /** The same with a directory for the PIN attempts. */
    public GatewaySettings withPinDirectory(Path directory) {
        return new GatewaySettings(
                outbound,
                retry,
                rest,
                inbound,
                events,
                budgetZone,
                accountBudgets,
                closeWithin,
                Optional.of(directory));
    }
}
