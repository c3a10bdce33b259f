package io.polygator.smpp.session;

import io.polygator.smpp.esme.BindStatus;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.Esme;
import io.polygator.smpp.wire.Command;
import io.polygator.smpp.wire.PduHeader;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session has from its bind to its end: its desk, its window, its timers. Loop only unless said otherwise. */
final class Bound {
    private static final Logger log = LoggerFactory.getLogger(Bound.class);

    private final SessionContext context;
    private final Esme esme;
    private final Account account;
    private final RequestDesk desk;
    private final OutboundWindow window;
    private final LinkProbe probe;
    private final Countdown inactivity;
    private final Instant since;
    private final int windowSize;
    private final Runnable attaching;
    private boolean open;
    private boolean receiving;
    private volatile Counters counters = new Counters(0, 0, 0, 0, 0, 0);

    /** What other threads see of the loop's numbers. */
    private record Counters(long submits, long refused, long deliveries, long acknowledged, int in, int out) {}

    Bound(
            Connection connection,
            SessionContext context,
            Sequence sequence,
            Binding.Outcome.Welcome welcome,
            Runnable afterWork,
            Consumer<String> onDead,
            Runnable onInactive) {
        this.context = context;
        this.esme = welcome.esme();
        this.account = welcome.account();
        this.since = context.clock().instant();
        SessionTimers timers = context.timers();
        Runnable onChange = () -> {
            count();
            afterWork.run();
        };
        this.desk = new RequestDesk(connection, context, esme, welcome.profile(), account, onChange);
        this.window = new OutboundWindow(
                connection,
                sequence,
                account,
                esme.version(),
                welcome.profile().deliveries(),
                timers.response(),
                onChange);
        this.windowSize = welcome.profile().deliveries().window();
        this.attaching =
                () -> account.attach(window.receiver(), welcome.profile().deliveries());
        this.probe =
                new LinkProbe(connection, sequence, timers, () -> onDead.accept("it does not answer enquire_link"));
        this.inactivity = new Countdown(connection, timers.inactivity().orElse(timers.response()), onInactive);
    }

    Esme esme() {
        return esme;
    }

    RequestDesk desk() {
        return desk;
    }

    /** The response to the bind has left: the session lives. */
    void open() {
        open = true;
        probe.start();
        restartInactivity();
        if (esme.bindType().receives()) {
            receiving = true;
            attaching.run();
        }
        told(() -> context.listener().bound(esme));
    }

    private void restartInactivity() {
        if (context.timers().inactivity().isPresent()) {
            inactivity.restart();
        }
    }

    private void told(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            log.error("The listener of binds failed; the session goes on", e);
        }
    }

    /** The peer said something. */
    void heard(PduHeader header) {
        probe.heard();
        int request = header.commandId() & Integer.MAX_VALUE;
        if (request != Command.ENQUIRE_LINK.id()) {
            restartInactivity();
        }
    }

    void onResponse(PduHeader header) {
        CommandStatus status = new CommandStatus(header.status());
        int id = header.commandId();
        if (id == Command.DELIVER_SM.responseId() || id == Command.GENERIC_NACK) {
            boolean nack = id == Command.GENERIC_NACK && status.isOk();
            boolean known = window.answered(header.sequence(), nack ? CommandStatus.RUNKNOWNERR : status);
            count();
            if (!known) {
                log.debug("{}: a response to nothing is ignored", esme.systemId());
            }
        }
    }

    /** Whether the peer reads what it is sent. */
    void reading(boolean reading) {
        if (reading) {
            window.pump();
        }
        if (receiving) {
            account.reading(window.receiver(), reading);
        }
    }

    boolean isIdle() {
        return desk.unanswered() == 0 && window.isEmpty();
    }

    void stopReceiving() {
        if (receiving) {
            receiving = false;
            window.stop();
        }
    }

    void close() {
        probe.stop();
        inactivity.stop();
        desk.close();
        receiving = false;
        window.close();
        account.releaseBind();
        if (open) {
            told(() -> context.listener().unbound(esme));
        }
    }

    private void count() {
        counters = new Counters(
                desk.submits(),
                desk.refused(),
                window.sent(),
                window.acknowledged(),
                desk.unanswered(),
                window.unacknowledged());
    }

    /** Any thread. */
    BindStatus status() {
        Counters seen = counters;
        return new BindStatus(
                esme,
                since,
                seen.submits(),
                seen.refused(),
                seen.deliveries(),
                seen.acknowledged(),
                seen.in(),
                seen.out(),
                Math.max(0, windowSize - seen.out()));
    }
}
