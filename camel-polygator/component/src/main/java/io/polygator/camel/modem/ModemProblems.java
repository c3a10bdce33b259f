package io.polygator.camel.modem;

import io.polygator.camel.modem.ModemProblem.Subject;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that a {@link ModemPlan} would be refused for, one by one. */
final class ModemProblems {
    private final List<ModemProblem> found = new ArrayList<>();

    private ModemProblems() {}

    /** @param known every channel of the gateway; of none, nothing is said about the channels */
    static List<ModemProblem> of(
            Supplier<ModemPorts> address, PolygatorModemConfiguration options, List<ChannelNames> known) {
        ModemProblems problems = new ModemProblems();
        problems.ask(Subject.ADDRESS, address).ifPresent(ports -> problems.lookAt(ports, options, known));
        return List.copyOf(problems.found);
    }

    private void lookAt(ModemPorts address, PolygatorModemConfiguration options, List<ChannelNames> known) {
        require(Subject.STRANGERS, () -> ModemPlan.requireAccountForStrangers(address.named(), options));
        if (!address.isOpenEnded()) {
            lookAt(address.named(), options, known);
        } else if (!known.isEmpty()) {
            ask(Subject.CHANNELS, () -> address.forModems(ModemChannels.count(options.getChannels(), known)))
                    .ifPresent(ports -> lookAt(ports, options, known));
        }
    }

    private void lookAt(List<Tcp> ports, PolygatorModemConfiguration options, List<ChannelNames> known) {
        Optional<List<Tcp>> encrypted = ask(Subject.TLS_PORTS, () -> EncryptedPorts.of(ports, options));
        if (options.getTlsHost() != null) {
            encrypted.ifPresent(
                    own -> require(Subject.TLS_STRANGERS, () -> ModemPlan.requireAccountForStrangers(own, options)));
        }
        if (!known.isEmpty()) {
            ask(Subject.CHANNELS, () -> ModemChannels.share(options.getChannels(), ports.size(), known));
        }
    }

    private void require(Subject subject, Runnable condition) {
        ask(subject, () -> {
            condition.run();
            return subject;
        });
    }

    private <T> Optional<T> ask(Subject subject, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (IllegalArgumentException e) {
            found.add(new ModemProblem(subject, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
