package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtReply;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Whether the network has us, and how well it is heard. Modem loop only. */
final class NetworkWatch {
    /** Home, roaming, and the two "SMS only" of newer networks (3GPP TS 27.007 §7.2). */
    private static final Set<Integer> REGISTERED = Set.of(1, 5, 6, 7);

    private static final Map<Integer, String> OBSTACLES = Map.of(
            0, "not registered and not searching: check the SIM's subscription and the antenna",
            2, "searching for a network: check the antenna and the coverage",
            3, "the network denies registration, SIM or IMEI may be barred: ask the operator, or change the SIM",
            4, "registration unknown, out of coverage: check the antenna");

    private final StatusBoard board;
    private final Runnable onChange;

    NetworkWatch(StatusBoard board, Runnable onChange) {
        this.board = board;
        this.onChange = onChange;
    }

    boolean isRegistered() {
        OptionalInt registration = board.status().registration();
        return registration.isPresent() && REGISTERED.contains(registration.getAsInt());
    }

    /** Why nothing can be sent, with the remedy; empty when registered. */
    String obstacle() {
        return isRegistered()
                ? ""
                : OBSTACLES.getOrDefault(board.status().registration().orElse(-1), "not registered with a network");
    }

    /** The answer of AT+CREG? names the kind of announcement first, then the state. */
    void acceptRegistration(AtReply reply) {
        Answers.fields(reply, "+CREG:").ifPresent(fields -> update(fields.number(1)));
    }

    /** The unsolicited form has only the state, with or without the cell. */
    void acceptRegistrationUrc(String arguments) {
        update(AtArguments.parse(arguments).number(0));
    }

    void acceptSignal(AtReply reply) {
        Answers.fields(reply, "+CSQ:").ifPresent(fields -> fields.number(0).ifPresent(board::signal));
    }

    void acceptOperator(AtReply reply) {
        Answers.fields(reply, "+COPS:").ifPresent(fields -> board.operator(fields.text(2)));
    }

    private void update(OptionalInt stat) {
        if (stat.isPresent() && !stat.equals(board.status().registration())) {
            board.registration(stat.getAsInt());
            onChange.run();
        }
    }
}
