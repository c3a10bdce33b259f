package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Reads the service centre's number from the SIM and sets the configured one when it differs. */
final class ServiceCentreStep implements StartUpStep {
    private final ModemSettings settings;
    private final StatusBoard board;
    private final Patience patience;
    private final Consumer<String> warning;

    ServiceCentreStep(ModemSettings settings, StatusBoard board, Patience patience, Consumer<String> warning) {
        this.settings = settings;
        this.board = board;
        this.patience = patience;
        this.warning = warning;
    }

    @Override
    public CompletionStage<StartUpVerdict> run(Line line) {
        return patience.run(line, Commands.serviceCentre(), Answers::isSimBusy).thenCompose(reply -> {
            Optional<String> held = numberIn(reply);
            board.serviceCentre(held);
            if (settings.smsc().isPresent() && !settings.smsc().equals(held)) {
                return set(line, settings.smsc().get());
            }
            if (held.isEmpty() && line.isAlive()) {
                warning.accept("the SIM holds no service centre number, sending will fail: set `smsc`");
            }
            return CompletableFuture.completedStage(StartUpVerdict.proceed());
        });
    }

    private CompletionStage<StartUpVerdict> set(Line line, String number) {
        return patience.run(line, Commands.setServiceCentre(number), Answers::isSimBusy)
                .thenApply(reply -> {
                    if (Answers.isOk(reply)) {
                        board.serviceCentre(Optional.of(number));
                    } else if (line.isAlive()) {
                        warning.accept("the SIM refuses the service centre number of `smsc` with "
                                + Answers.describe(reply) + ": check `smsc`");
                    }
                    return StartUpVerdict.proceed();
                });
    }

    /** The number in international form when its type says so; quotes around nothing mean that there is none. */
    static Optional<String> numberIn(AtReply reply) {
        return Answers.fields(reply, "+CSCA:").flatMap(fields -> fields.text(0)
                .filter(number -> !number.isEmpty())
                .map(number -> fields.number(1).orElse(129) == 145 && !number.startsWith("+") ? "+" + number : number));
    }
}
