package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs one command after the other: writes the line, the payload once the prompt has come, and answers with the final
 * result; after silence gets back in step before the next command, so that a late result is never credited to it.
 */
final class CommandRunner {
    private static final String END_OF_TEXT = "\u001A";

    /** The link, which the session opens and closes. */
    interface Wire {
        boolean isOpen();

        void write(String text);

        void close();

        /** Closes the link, since the far end told why it will serve no longer. */
        void closeBecause(LinkClosed notice);
    }

    private final Loop loop;
    private final AtSessionListener listener;
    private final AtSessionSettings settings;
    private final Wire wire;
    private final LineRouter router;
    private final CommandQueue queue;
    private final Resynchronisation resynchronisation;

    private @Nullable RunningExchange running;
    private Loop.@Nullable Timer deadline;
    private @Nullable LateAnswer late;
    /** Whether the modem may be taking what we write for the text of a message; nobody knows how we found it. */
    private boolean inputMayBeOpen = true;

    CommandRunner(Loop loop, AtSessionListener listener, AtSessionSettings settings, Wire wire) {
        this.loop = loop;
        this.listener = listener;
        this.settings = settings;
        this.wire = wire;
        this.router = new LineRouter(loop, settings.maxLineLength(), new Dialogue());
        this.queue = new CommandQueue(settings.maxQueuedExchanges());
        this.resynchronisation = new Resynchronisation(loop, settings, new Resynchronised());
    }

    /** Queues the exchange, or answers it Lost when there is no room. */
    void add(RunningExchange exchange) {
        if (queue.offer(exchange)) {
            startNext();
        } else {
            exchange.lost();
        }
    }

    boolean isIdle() {
        return running == null && queue.isEmpty() && !resynchronisation.isActive();
    }

    void received(byte[] bytes) {
        resynchronisation.heard();
        router.accept(bytes);
    }

    /** Why the link ended, if its last words say so. */
    Optional<LinkClosed> lastWords() {
        return router.lastWords();
    }

    /** The module restarted: what runs is Lost, and what was late will never come. */
    void abandonRunning() {
        resynchronisation.stop();
        forgetLate();
        inputMayBeOpen = false;
        takeRunning().ifPresent(RunningExchange::lost);
        startNext();
    }

    /** The link closes: nothing is waited for any more. */
    void stop() {
        resynchronisation.stop();
        router.reset();
        cancelDeadline();
    }

    /** The link is gone: answers everything that waits. */
    void loseAll() {
        forgetLate();
        takeRunning().ifPresent(RunningExchange::lost);
        for (Optional<RunningExchange> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            next.get().lost();
        }
    }

    /** Starts the next command if one waits and nothing stands in its way. */
    void startNext() {
        if (!wire.isOpen() || running != null || resynchronisation.isActive() || queue.isEmpty()) {
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
        wire.write(line + "\r");
        scheduleDeadline(next.hasPayload() ? settings.prompt() : next.exchange().deadline());
        router.onWritten(line);
    }

    private void writePayload(RunningExchange exchange, String payload) {
        forgetLate(); // from here on a reference belongs to this message
        exchange.payloadWritten();
        wire.write(payload + END_OF_TEXT);
        scheduleDeadline(exchange.exchange().deadline());
        router.onWritten(payload);
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

    private final class Dialogue implements LineRouter.Dialogue {
        @Override
        public boolean isOpen() {
            return wire.isOpen();
        }

        @Override
        public boolean isPromptDue() {
            return running != null && running.isPromptDue();
        }

        @Override
        public void onPrompt() {
            RunningExchange prompted = running;
            if (wire.isOpen() && prompted != null && prompted.isPromptDue()) {
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
            return (running != null && running.take(line)) || (late != null && late.take(line));
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
        public void onNotice(LinkClosed notice) {
            wire.closeBecause(notice);
        }
    }

    private final class Resynchronised implements Resynchronisation.Owner {
        @Override
        public void write(String text) {
            router.discardUnfinished();
            wire.write(text);
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
            wire.close();
        }
    }
}
