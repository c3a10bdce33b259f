package io.polygator.gsm.modem;

import static io.polygator.gsm.modem.CommandStep.Necessity.OPTIONAL;
import static io.polygator.gsm.modem.CommandStep.Necessity.REQUIRED;
import static io.polygator.gsm.modem.CommandStep.Necessity.WANTED;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.session.AtExchange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * From an open link to a modem that works: a table of steps, one command per line, in the order modules need. Modem
 * loop only.
 */
final class StartUp {
    /** Where messages are stored: every module has this memory. */
    static final String MEMORY = "SM";

    private static final Pattern IMEI = Pattern.compile("\\d{14,17}");
    private static final Pattern ANYTHING = Pattern.compile(".+");

    private final Patience patience;
    private final List<StartUpStep> steps;

    StartUp(
            ModemSettings settings,
            StatusBoard board,
            ModuleKnowledge module,
            SimIdentity sim,
            SimUnlock unlock,
            NetworkWatch network,
            StorageGauge gauge,
            StartUpStep lastReference,
            Patience patience,
            Consumer<String> warning) {
        this.patience = patience;
        Supplier<ModemProfile> profile = module::profile;
        steps = List.of(
                new CommandStep(Commands::attention, REQUIRED, reply -> showStarting(reply, board), patience),
                optional(Commands.echoOff()),
                optional(Commands.resultsInWords()),
                required(Commands.errorsInNumbers()),
                reading(Commands::model, module::acceptModel),
                new SimStep(unlock, patience),
                reading(() -> Commands.ofModule(profile.get().iccid()), sim::acceptIccid),
                // Without it a message that is read again after a restart would not be recognised.
                new CommandStep(Commands::imsi, WANTED, sim::acceptImsi, patience),
                reading(Commands::imei, reply -> Answers.line(reply, IMEI).ifPresent(board::imei)),
                reading(Commands::revision, reply -> Answers.line(reply, ANYTHING)
                        .ifPresent(board::revision)),
                optional(Commands.flowControlOff()),
                optional(Commands.announceRegistration()),
                optional(Commands.characterSet("GSM")),
                optional(Commands.announceCaller()),
                required(Commands.pduMode()),
                optional(Commands.moduleAcknowledges()),
                reading(Commands::messageService, module::acceptMessageService),
                new CommandStep(() -> Commands.storages(MEMORY), REQUIRED, gauge::acceptCapacity, patience),
                line -> storeFlashMessages(line, profile.get()),
                new AnnouncementStep(profile, patience, warning),
                new ServiceCentreStep(settings, board, patience, warning),
                reading(Commands::ownNumber, sim::acceptOwnNumber),
                reading(Commands::registration, network::acceptRegistration),
                reading(Commands::signal, network::acceptSignal),
                reading(Commands::operatorName, network::acceptOperator),
                lastReference);
    }

    /** Runs the steps until one stops them or the line ends. */
    CompletionStage<StartUpVerdict> run(Line line) {
        return runFrom(0, line);
    }

    private CompletionStage<StartUpVerdict> runFrom(int index, Line line) {
        if (!line.isAlive()) {
            return CompletableFuture.completedStage(StartUpVerdict.failed("the link was lost during the start-up"));
        }
        if (index == steps.size()) {
            return CompletableFuture.completedStage(StartUpVerdict.proceed());
        }
        return steps.get(index)
                .run(line)
                .thenCompose(verdict -> verdict instanceof StartUpVerdict.Proceed
                        ? runFrom(index + 1, line)
                        : CompletableFuture.completedStage(verdict));
    }

    private CompletionStage<StartUpVerdict> storeFlashMessages(Line line, ModemProfile profile) {
        return profile.storeFlashMessages()
                .map(command -> optional(Commands.storeFlashMessages(command)).run(line))
                .orElseGet(() -> CompletableFuture.completedStage(StartUpVerdict.proceed()));
    }

    private static void showStarting(AtReply reply, StatusBoard board) {
        if (Answers.isOk(reply)) {
            board.state(ModemState.STARTING, "");
        }
    }

    private StartUpStep required(AtExchange exchange) {
        return new CommandStep(() -> exchange, REQUIRED, reply -> {}, patience);
    }

    private StartUpStep optional(AtExchange exchange) {
        return new CommandStep(() -> exchange, OPTIONAL, reply -> {}, patience);
    }

    private StartUpStep reading(Supplier<AtExchange> exchange, Consumer<AtReply> reader) {
        return new CommandStep(exchange, OPTIONAL, reader, patience);
    }
}
