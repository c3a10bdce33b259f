package io.polygator.app.crash;

import io.polygator.app.crash.CrashPlan.Since;
import io.polygator.app.crash.Judge.Complaint.Kind;
import io.polygator.app.crash.Order.Answer;
import io.polygator.simulator.network.AirLog;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a run of the crash test comes to. */
record Summary(CrashPlan plan, Judge judge, AirLog air, Traffic traffic) {

    /** In one line, to be found in a log. The states are those of all messages, over HTTP and SMPP. */
    String line(Duration took) {
        return String.format(
                Locale.ROOT,
                "Crash test: seed %d, kills %d (%d while starting), submitted %d, accepted %d, refused %d, unanswered %d,"
                        + " SMPP submitted %d, accepted %d, refused %d, unanswered %d, receipts for %d in %d deliveries,"
                        + " segments on the air %d, delivered %d, accepted without a report %d, failed %d, unconfirmed %d,"
                        + " marked duplicates %d, inbound %d in %d deliveries, reports in %d deliveries,"
                        + " lost %d, silent duplicates %d, untrue %d, %d s",
                plan.seed(),
                plan.kills().size(),
                plan.kills().stream()
                        .filter(kill -> kill.since() == Since.START)
                        .count(),
                traffic.clients().answers().size(),
                count(traffic.clients().answers(), Answer.Accepted.class),
                count(traffic.clients().answers(), Answer.Refused.class),
                count(traffic.clients().answers(), Answer.None.class),
                traffic.esme().answers().size(),
                count(traffic.esme().answers(), Answer.Accepted.class),
                count(traffic.esme().answers(), Answer.Refused.class),
                count(traffic.esme().answers(), Answer.None.class),
                Set.copyOf(traffic.esme().receipts()).size(),
                traffic.esme().receipts().size(),
                air.total(),
                judge.inState("delivered"),
                judge.inState("accepted"),
                judge.inState("failed"),
                judge.inState("unconfirmed"),
                judge.markedDuplicates(),
                traffic.inbound().texts().size(),
                traffic.webhook().inbound().size(),
                traffic.webhook().reports().size(),
                judge.count(Kind.LOST),
                judge.count(Kind.SILENT_DUPLICATE),
                judge.count(Kind.UNTRUE),
                took.toSeconds());
    }

    private static long count(Map<Order, Answer> answers, Class<? extends Answer> kind) {
        return answers.values().stream().filter(kind::isInstance).count();
    }
}
