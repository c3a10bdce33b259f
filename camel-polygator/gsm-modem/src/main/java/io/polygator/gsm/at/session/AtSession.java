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
    private final LineRouter router;
    private final CommandQueue queue;
    private final Resynchronisation resynchronisation;

    private State state = State.NEW;
    private @Nullable Link link;
    private @Nullable RunningExchange running;
    private Loop.@Nullable Timer deadline;
    private @Nullable LateAnswer late;
    private @Nullable LinkClosed notice;
    /** Whether the modem may be taking what we write for the text of a message; nobody knows how we found it. */
    private boolean inputMayBeOpen = true;

    public AtSession(Transport transport, AtSessionListener listener, AtSessionSettings settings) {
        this.transport = transport;
        this.loop = transport.loop();
        this.listener = listener;
        this.settings = settings;
        this.router = new LineRouter(loop, settings.maxLineLength(), new Dialogue());
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
        forgetLate();
        inputMayBeOpen = false;
        takeRunning().ifPresent(RunningExchange::lost);
        startNext();
    }

    /** Closes the link; what runs and what waits is answered Lost. */
    public void close() {
        if (state == State.NEW) {
            state = State.CLOSED;
            answerAllLost();
        } else if (state == State.OPENING) {
            state = State.CLOSING;
        } else {
            closeLink();
        }
    }

    private void closeLink() {
        if (state != State.OPEN) {
            return;
        }
        state = State.CLOSING;
        stopWaiting();
        if (link != null) {
            link.close();
        }
    }

    private void stopWaiting() {
        resynchronisation.stop();
        router.reset();
        cancelDeadline();
    }

    private void answerAllLost() {
        takeRunning().ifPresent(RunningExchange::lost);
        for (Optional<RunningExchange> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            next.get().lost();
        }
    }

    private void startNext() {
        if (state != State.OPEN || running != null || resynchronisation.isActive() || queue.isEmpty()) {
            return;
        }
        if (router.isPromptUnfinished()) {
            // A prompt came after it had been given up: a command written now would become the text of a message.
            inputMayBeOpen = true;
            resynchronise();
        } else {
            queue.poll().ifPresent(this::start);
        }
    }

    private void start(RunningExchange next) {
        running = next;
        inputMayBeOpen |= next.hasPayload();
        String line = next.exchange().command().line();
        write(line + "\r");
        scheduleDeadline(next.hasPayload() ? settings.prompt() : next.exchange().deadline());
        router.onWritten(line);
    }

    private void writePayload(RunningExchange exchange, String payload) {
        forgetLate(); // from here on a reference belongs to this message
        exchange.payloadWritten();
        write(payload + END_OF_TEXT);
        scheduleDeadline(exchange.exchange().deadline());
        router.onWritten(payload);
    }

    private void write(String text) {
        if (link != null) {
            link.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

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
        takeRunning().ifPresent(silent -> {
            forgetLate();
            late = new LateAnswer(silent, listener);
            resynchronise();
            silent.silent();
        });
    }

    private Optional<RunningExchange> takeRunning() {
        Optional<RunningExchange> taken = Optional.ofNullable(running);
        running = null;
        cancelDeadline();
        router.watchForPrompt();
        return taken;
    }

    private void resynchronise() {
        router.discardUnfinished();
        resynchronisation.begin(inputMayBeOpen);
    }

    private void forgetLate() {
        if (late != null) {
            late.reportInformation();
            late = null;
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
                router.accept(bytes);
            }
        }

        @Override
        public void onClosed(LinkClosed closed) {
            LinkClosed told = Optional.ofNullable(notice).or(router::lastWords).orElse(closed);
            state = State.CLOSED;
            stopWaiting();
            forgetLate();
            answerAllLost();
            listener.onClosed(told);
        }
    }

    private final class Dialogue implements LineRouter.Dialogue {
        @Override
        public boolean isOpen() {
            return state == State.OPEN;
        }

        @Override
        public boolean isPromptDue() {
            return running != null && running.isPromptDue();
        }

        @Override
        public void onPrompt() {
            RunningExchange prompted = running;
            if (prompted != null && prompted.isPromptDue()) {
                prompted.exchange().payload().ifPresent(payload -> writePayload(prompted, payload));
            }
        }

        @Override
        public void onStrayPrompt() {
            inputMayBeOpen = true;
            if (running == null && !resynchronisation.isActive()) {
                resynchronise();
            }
        }

        @Override
        public boolean takeInformation(AtLine line) {
            if (running != null && running.take(line)) {
                return true;
            }
            return late != null && late.take(line);
        }

        @Override
        public boolean takeResult(FinalResult result) {
            if (late != null && late.take(result, isCertainlyLate(result))) {
                return true;
            }
            if (resynchronisation.isActive()) {
                return resynchronisation.take(result);
            }
            if (running == null || !running.isEndedBy(result)) {
                return false;
            }
            inputMayBeOpen = false;
            takeRunning().ifPresent(ended -> ended.complete(result));
            startNext();
            return true;
        }

        /** A bare AT and ESC are answered OK or ERROR: once one of them is written, only the rest is certain. */
        private boolean isCertainlyLate(FinalResult result) {
            return resynchronisation.isActive()
                    && (!resynchronisation.hasSpoken() || result instanceof FinalResult.Cms);
        }

        @Override
        public boolean isResultDue() {
            return running != null || resynchronisation.isActive();
        }

        @Override
        public void onUrc(Urc urc) {
            listener.onUrc(urc);
        }

        @Override
        public void onStray(String line) {
            listener.onStray(line);
        }

        @Override
        public void onNotice(LinkClosed told) {
            notice = told;
            closeLink();
        }
    }

    private final class Resynchronised implements Resynchronisation.Owner {
        @Override
        public void write(String text) {
            router.discardUnfinished();
            AtSession.this.write(text);
            router.onWritten(text.trim());
        }

        @Override
        public void onInStep() {
            inputMayBeOpen = false;
            if (late != null) {
                late.onInStep();
            }
            startNext();
        }

        @Override
        public void onOutOfReach() {
            forgetLate();
            listener.onUnresponsive();
            closeLink();
        }
    }
}
