package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks the module to store messages and announce them (+CMTI), and to hand over status reports. Tries what the profile
 * prefers; when all of it is refused, asks what there is (AT+CNMI=?) and takes the nearest. A module that announces
 * nothing is read periodically.
 */
final class AnnouncementStep implements StartUpStep {
    private final Supplier<ModemProfile> profile;
    private final Patience patience;
    private final Consumer<String> warning;

    AnnouncementStep(Supplier<ModemProfile> profile, Patience patience, Consumer<String> warning) {
        this.profile = profile;
        this.patience = patience;
        this.warning = warning;
    }

    @Override
    public CompletionStage<StartUpVerdict> run(Line line) {
        return tryEach(line, profile.get().announcements())
                .thenCompose(accepted -> accepted ? done(true) : tryNearest(line))
                .thenApply(accepted -> {
                    if (!accepted && line.isAlive()) {
                        warning.accept("the module refuses every AT+CNMI: messages are found by reading the SIM"
                                + " periodically, status reports may be missing");
                    }
                    return StartUpVerdict.proceed();
                });
    }

    private CompletionStage<Boolean> tryEach(Line line, List<String> candidates) {
        if (candidates.isEmpty() || !line.isAlive()) {
            return done(false);
        }
        return patience.run(line, Commands.announceMessages(candidates.get(0)), Answers::isSimBusy)
                .thenCompose(reply ->
                        Answers.isOk(reply) ? done(true) : tryEach(line, candidates.subList(1, candidates.size())));
    }

    private CompletionStage<Boolean> tryNearest(Line line) {
        return line.run(Commands.announcementsSupported())
                .thenCompose(reply -> tryEach(line, nearest(reply).stream().toList()));
    }

    /** The best tuple within the ranges of {@code +CNMI: (0-2),(0-3),(0,2),(0-1),(0,1)}. */
    static Optional<String> nearest(AtReply reply) {
        return Answers.fields(reply, "+CNMI:")
                .filter(fields -> fields.size() >= 4)
                .map(ranges -> {
                    List<String> tuple = new ArrayList<>();
                    tuple.add(first(ranges, 0, 2, 1, 3, 0));
                    tuple.add(first(ranges, 1, 1, 0, 3, 2));
                    tuple.add(first(ranges, 2, 0));
                    tuple.add(first(ranges, 3, 1, 2, 0));
                    if (ranges.size() > 4) {
                        // 0 hands over what was buffered, 1 throws it away
                        tuple.add(first(ranges, 4, 0, 1));
                    }
                    return String.join(",", tuple);
                });
    }

    private static String first(AtArguments ranges, int field, int... preferred) {
        String range = ranges.text(field).orElse("");
        for (int value : preferred) {
            if (NumberRange.contains(range, value)) {
                return Integer.toString(value);
            }
        }
        return Integer.toString(preferred[0]);
    }

    private static CompletionStage<Boolean> done(boolean accepted) {
        return CompletableFuture.completedStage(accepted);
    }
}
