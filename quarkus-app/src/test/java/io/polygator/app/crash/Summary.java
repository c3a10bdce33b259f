package io.polygator.app.crash;

import io.polygator.app.crash.CrashPlan.Since;
import io.polygator.app.crash.Judge.Complaint.Kind;
import io.polygator.app.crash.Order.Answer;
import io.polygator.simulator.network.AirLog;
import java.time.Duration;
import java.util.Locale;

/** What a run of the crash test comes to. */
record Summary(
        CrashPlan plan, Judge judge, AirLog air, Clients clients, InboundTraffic inbound, UnreliableWebhook webhook) {

    /** In one line, to be found in a log. */
    String line(Duration took) {
        return String.format(
                Locale.ROOT,
                "Crash test: seed %d, kills %d (%d while starting), submitted %d, accepted %d, refused %d, unanswered %d,"
                        + " segments on the air %d, delivered %d, accepted without a report %d, failed %d, unconfirmed %d,"
                        + " marked duplicates %d, inbound %d in %d deliveries, reports in %d deliveries,"
                        + " lost %d, silent duplicates %d, untrue %d, %d s",
                plan.seed(),
                plan.kills().size(),
                plan.kills().stream()
                        .filter(kill -> kill.since() == Since.START)
                        .count(),
                clients.answers().size(),
                answered(Answer.Accepted.class),
                answered(Answer.Refused.class),
                answered(Answer.None.class),
                air.total(),
                judge.inState("delivered"),
                judge.inState("accepted"),
                judge.inState("failed"),
                judge.inState("unconfirmed"),
                judge.markedDuplicates(),
                inbound.texts().size(),
                webhook.inbound().size(),
                webhook.reports().size(),
                judge.count(Kind.LOST),
                judge.count(Kind.SILENT_DUPLICATE),
                judge.count(Kind.UNTRUE),
                took.toSeconds());
    }

    private long answered(Class<? extends Answer> kind) {
        return clients.answers().values().stream().filter(kind::isInstance).count();
    }
}
