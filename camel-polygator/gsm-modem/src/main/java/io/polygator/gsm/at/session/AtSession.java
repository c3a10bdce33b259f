package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One AT dialogue over one link: one command at a time, every exchange answered exactly once, and what comes unasked
 * told from what was asked for (3GPP TS 27.005, 27.007; ITU-T V.250). To be used on the transport's loop only.
 */
public final class AtSession {
    private static final String END_OF_TEXT = "\u001A";

    private enum State {
        NEW,
        OPENING,
        OPEN,
        CLOSING,
        CLOSED
    }

    private final Transport transport;
    private final Loop loop;
    private final AtSessionListener listener;
    private final AtSessionSettings settings;
    private final LineFramer framer;
    private final EchoFilter echo = new EchoFilter();
    private final UrcDispatcher urcs;
    private final CommandQueue queue;
    private final Resynchronisation resynchronisation;

    private State state = State.NEW;
    private @Nullable Link link;
    private @Nullable RunningExchange running;
    private Loop.@Nullable Timer deadline;
    private @Nullable LateAnswer late;
    private @Nullable LinkClosed notice;

    public AtSession(Transport transport, AtSessionListener listener, AtSessionSettings settings) {
        this.transport = transport;
        this.loop = transport.loop();
        this.listener = listener;
        this.settings = settings;
        this.framer = new LineFramer(settings.maxLineLength(), new FramedInput());
        this.urcs = new UrcDispatcher(loop, new Dispatched());
        this.queue = new CommandQueue(settings.maxQueuedExchanges());
        this.resynchronisation = new Resynchronisation(loop, settings, new Resynchronised());
    }

    /**
     * Opens the link; {@link AtSessionListener#onOpen} or {@link AtSessionListener#onClosed} tells. Once per session.
     *
     * @throws IllegalStateException if it was opened or closed before
     */
    public void open() {
        if (state != State.NEW) {
            throw new IllegalStateException("a session opens one link only; make another for " + transport.address());
        }
        state = State.OPENING;
        transport.connect(new LinkEvents());
    }

    /** Queues the exchange; the stage completes on the loop, never exceptionally. */
    public CompletionStage<AtReply> exchange(AtExchange exchange) {
        RunningExchange asked = new RunningExchange(exchange);
        if (state == State.CLOSING || state == State.CLOSED || !queue.offer(asked)) {
            asked.lost();
        } else {
            startNext();
        }
        return asked.reply();
    }

    /** Whether nothing runs and nothing waits. */
    public boolean isIdle() {
        return running == null && queue.isEmpty() && !resynchronisation.isActive();
    }

    /** Forgets what the module was doing, since it told us that it restarted: what runs ends as Lost. */
    public void abandonRunning() {
        resynchronisation.stop();
        reportLateInformation();
        late = null;
        takeRunning().ifPresent(RunningExchange::lost);
        startNext();
    }

    /** Closes the link; what runs and what waits is answered Lost. */
    public void close() {
        switch (state) {
            case NEW -> state = State.CLOSED;
            case OPENING -> state = State.CLOSING;
            case OPEN -> closeLink();
            default -> {
                // closing already
            }
        }
        if (state == State.CLOSED) {
            answerAllLost();
        }
    }

    private void closeLink() {
        state = State.CLOSING;
        stopWaiting();
        if (link != null) {
            link.close();
        }
    }

    private void stopWaiting() {
        resynchronisation.stop();
        urcs.reset();
        cancelDeadline();
    }

    private void answerAllLost() {
        takeRunning().ifPresent(RunningExchange::lost);
        for (Optional<RunningExchange> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            next.get().lost();
        }
    }

    // ---- what we write

    private void startNext() {
        if (state != State.OPEN || running != null || resynchronisation.isActive() || queue.isEmpty()) {
            return;
        }
        if (framer.isPromptUnfinished()) {
            // A prompt came after it had been given up: a command written now would become the text of a message.
            resynchronise(true);
            return;
        }
        queue.poll().ifPresent(this::start);
    }

    private void start(RunningExchange next) {
        running = next;
        String line = next.exchange().command().line();
        echo.expect(line);
        write(line + "\r");
        scheduleDeadline(next.hasPayload() ? settings.prompt() : next.exchange().deadline());
        watchForPrompt();
    }

    private void writePayload(RunningExchange exchange, String payload) {
        late = null; // from here on a reference belongs to this message
        exchange.payloadWritten();
        echo.expect(payload);
        write(payload + END_OF_TEXT);
        scheduleDeadline(exchange.exchange().deadline());
    }

    private void write(String text) {
        if (link != null) {
            link.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void watchForPrompt() {
        if (running != null && running.isPromptDue() && !urcs.isTextOpen()) {
            framer.lookForPrompt();
        } else {
            framer.ignorePrompt();
        }
    }

    // ---- how an exchange ends

    private void scheduleDeadline(Duration wait) {
        cancelDeadline();
        deadline = loop.schedule(wait, this::onDeadline);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }

    private void onDeadline() {
        RunningExchange silent = running;
        if (silent == null) {
            return;
        }
        takeRunning();
        reportLateInformation();
        late = new LateAnswer(silent, listener);
        resynchronise(silent.hasPayload());
        silent.silent();
    }

    private Optional<RunningExchange> takeRunning() {
        Optional<RunningExchange> taken = Optional.ofNullable(running);
        running = null;
        cancelDeadline();
        framer.ignorePrompt();
        return taken;
    }

    private void resynchronise(boolean inputMayBeOpen) {
        echo.expect("AT");
        framer.discardUnfinished();
        resynchronisation.begin(inputMayBeOpen);
    }

    private void reportLateInformation() {
        if (late != null) {
            late.reportInformation();
        }
    }

    // ---- what we read

    private void onLine(String raw) {
        if (state != State.OPEN) {
            return;
        }
        if (urcs.isTextOpen()) {
            urcs.takeText(raw);
            return;
        }
        String text = echo.strip(withoutLatePrompt(raw.trim()), urcs.isPduDue());
        if (text.isEmpty()) {
            return;
        }
        Optional<LinkClosed> refusal = Ser2netNotice.read(text);
        if (refusal.isPresent()) {
            notice = refusal.get();
            closeLink();
            return;
        }
        AtLine line = AtLine.of(text);
        if (!urcs.takePdu(line)) {
            dispatch(line);
        }
    }

    /** While we are out of step a prompt may come that nobody waits for any more, and glue itself to the next line. */
    private String withoutLatePrompt(String line) {
        return resynchronisation.isActive() && line.startsWith(">")
                ? line.substring(1).trim()
                : line;
    }

    private void dispatch(AtLine line) {
        if (line instanceof AtLine.Final end) {
            onFinal(end);
        } else if (line instanceof AtLine.Named named) {
            onNamed(named);
        } else if (line instanceof AtLine.Text bare && UrcCatalogue.isUnsolicited(bare)) {
            urcs.begin(bare);
        } else if (!isAnswer(line)) {
            listener.onStray(line.text());
        }
    }

    private void onNamed(AtLine.Named line) {
        if (!UrcCatalogue.isUnsolicited(line) && isAnswer(line)) {
            return;
        }
        if (UrcCatalogue.isAnswerOnly(line)) {
            listener.onStray(line.text());
        } else {
            urcs.begin(line);
        }
    }

    private boolean isAnswer(AtLine line) {
        if (running != null && running.take(line)) {
            return true;
        }
        return late != null && isLateAnswer(late, line);
    }

    private boolean isLateAnswer(LateAnswer given, AtLine line) {
        if (!(resynchronisation.isActive() || given.isForPayload()) || !given.take(line)) {
            return false;
        }
        if (!resynchronisation.isActive()) {
            given.reportInformation();
        }
        return true;
    }

    private void onFinal(AtLine.Final line) {
        FinalResult result = line.result();
        if (late != null && belongsTo(late, result) && late.take(result)) {
            return;
        }
        if (resynchronisation.isActive()) {
            resynchronisation.onResult(result);
        } else if (running != null && running.isEndedBy(result)) {
            takeRunning().ifPresent(exchange -> exchange.complete(result));
            startNext();
        } else {
            onUnaskedResult(line);
        }
    }

    /** A bare AT and ESC are answered OK or ERROR: once one of them is written, only the rest is certain. */
    private boolean belongsTo(LateAnswer given, FinalResult result) {
        boolean certain = !resynchronisation.hasSpoken() || result instanceof FinalResult.Cms;
        return given.isResultDue() || resynchronisation.isActive() && certain;
    }

    private void onUnaskedResult(AtLine.Final line) {
        if (line.result() instanceof FinalResult.Call) {
            urcs.begin(new AtLine.Text(line.text()));
        } else if (line.result() instanceof FinalResult.Cme && running == null) {
            int colon = line.text().indexOf(':');
            urcs.begin(new AtLine.Named(
                    line.text(),
                    line.text().substring(0, colon),
                    line.text().substring(colon + 1).trim()));
        } else {
            listener.onStray(line.text());
        }
    }

    private final class LinkEvents implements LinkListener {
        @Override
        public void onOpen(Link opened) {
            link = opened;
            if (state == State.CLOSING) {
                opened.close();
                return;
            }
            state = State.OPEN;
            listener.onOpen();
            startNext();
        }

        @Override
        public void onBytes(byte[] bytes) {
            if (state == State.OPEN) {
                resynchronisation.heard();
                framer.accept(bytes);
            }
        }

        @Override
        public void onClosed(LinkClosed closed) {
            LinkClosed told = Optional.ofNullable(notice)
                    .or(() -> Ser2netNotice.read(framer.unfinished()))
                    .orElse(closed);
            state = State.CLOSED;
            stopWaiting();
            reportLateInformation();
            answerAllLost();
            listener.onClosed(told);
        }
    }

    private final class FramedInput implements LineFramer.Sink {
        @Override
        public void onLine(String line) {
            AtSession.this.onLine(line);
            watchForPrompt();
        }

        @Override
        public void onPrompt() {
            RunningExchange exchange = running;
            if (state == State.OPEN && exchange != null && exchange.isPromptDue()) {
                exchange.exchange().payload().ifPresent(payload -> writePayload(exchange, payload));
            }
        }

        @Override
        public void onOverlongLine() {
            if (state == State.OPEN) {
                urcs.giveUp();
                listener.onStray("(a line of more than " + settings.maxLineLength() + " characters was dropped)");
                watchForPrompt();
            }
        }
    }

    private final class Dispatched implements UrcDispatcher.Sink {
        @Override
        public void onUrc(Urc urc) {
            listener.onUrc(urc);
        }

        @Override
        public void onGivenBack(String line) {
            AtSession.this.onLine(line);
        }

        @Override
        public void onWaitEnded() {
            watchForPrompt();
        }
    }

    private final class Resynchronised implements Resynchronisation.Owner {
        @Override
        public void write(String text) {
            framer.discardUnfinished();
            AtSession.this.write(text);
        }

        @Override
        public void onInStep() {
            reportLateInformation();
            startNext();
        }

        @Override
        public void onOutOfReach() {
            reportLateInformation();
            listener.onUnresponsive();
            closeLink();
        }
    }
}
