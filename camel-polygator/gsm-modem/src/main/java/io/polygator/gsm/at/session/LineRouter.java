package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.Loop;
import java.util.Optional;

/**
 * Takes what the modem says apart and gives every piece to whom it belongs: first the lines that a URC has bound, then
 * results and answers to what runs, then unsolicited results; the rest is stray.
 */
final class LineRouter {

    /** The dialogue, which knows what runs. */
    interface Dialogue {
        /** Whether lines are still of interest. */
        boolean isOpen();

        boolean isPromptDue();

        void onPrompt();

        /** A prompt came that nobody waits for: the modem takes what we write for the text of a message. */
        void onStrayPrompt();

        /** Takes the line if it is information that was asked for. */
        boolean takeInformation(AtLine line);

        /** Takes the result if something that was asked for ends with it. */
        boolean takeResult(FinalResult result);

        /** Whether a command is being answered, so that an error cannot be unsolicited. */
        boolean isResultDue();

        void onUrc(Urc urc);

        void onStray(String line);

        void onNotice(LinkClosed notice);
    }

    private final Dialogue dialogue;
    private final LineFramer framer;
    private final UrcDispatcher urcs;
    private final EchoFilter echo = new EchoFilter();

    LineRouter(Loop loop, int maxLineLength, Dialogue dialogue) {
        this.dialogue = dialogue;
        this.framer = new LineFramer(maxLineLength, new Framed());
        this.urcs = new UrcDispatcher(loop, new Dispatched());
    }

    void accept(byte[] bytes) {
        framer.accept(bytes);
    }

    /** The text is being written: its echo may come, and a prompt if one is due. */
    void onWritten(String text) {
        echo.expect(text);
        watchForPrompt();
    }

    /** Looks for the prompt if one is due, but never inside a text that a URC brings. */
    void watchForPrompt() {
        if (dialogue.isPromptDue() && !urcs.isTextOpen()) {
            framer.lookForPrompt();
        } else {
            framer.ignorePrompt();
        }
    }

    /** Whether a prompt stands at the end of what came, which nobody waited for. */
    boolean isPromptUnfinished() {
        return framer.isPromptUnfinished();
    }

    /** Forgets the line that has no end yet. */
    void discardUnfinished() {
        framer.discardUnfinished();
    }

    /** Why the link ended, if its last words say so. */
    Optional<LinkClosed> lastWords() {
        return Ser2netNotice.read(framer.unfinished());
    }

    /** Forgets everything that is incomplete. */
    void reset() {
        urcs.reset();
        framer.ignorePrompt();
    }

    private void onLine(String raw) {
        if (!dialogue.isOpen()) {
            return;
        }
        if (urcs.isTextOpen()) {
            urcs.takeText(echo.stripGlued(raw, UrcDispatcher::endsText));
            return;
        }
        String text = echo.strip(withoutStrayPrompt(raw.trim()), urcs.isPduDue());
        if (text.isEmpty()) {
            return;
        }
        Optional<LinkClosed> notice = Ser2netNotice.read(text);
        if (notice.isPresent()) {
            dialogue.onNotice(notice.get());
            return;
        }
        AtLine line = AtLine.of(text);
        if (!urcs.takePdu(line)) {
            route(line);
        }
    }

    private String withoutStrayPrompt(String line) {
        if (!line.startsWith(">")) {
            return line;
        }
        dialogue.onStrayPrompt();
        return line.substring(1).trim();
    }

    private void route(AtLine line) {
        if (line instanceof AtLine.Final end) {
            routeResult(end);
        } else if (line instanceof AtLine.Named named) {
            routeNamed(named);
        } else if (line instanceof AtLine.Text text && UrcCatalogue.isUnsolicited(text)) {
            urcs.begin(text);
        } else if (!dialogue.takeInformation(line)) {
            dialogue.onStray(line.text());
        }
    }

    private void routeNamed(AtLine.Named line) {
        if (UrcCatalogue.isUnsolicited(line)) {
            urcs.begin(line);
        } else if (!dialogue.takeInformation(line)) {
            routeUnasked(line);
        }
    }

    /** A name that is not known is unsolicited: no answer that was asked for can be lost by that. */
    private void routeUnasked(AtLine.Named line) {
        if (UrcCatalogue.isAnswerOnly(line)) {
            dialogue.onStray(line.text());
        } else {
            urcs.begin(line);
        }
    }

    private void routeResult(AtLine.Final line) {
        if (dialogue.takeResult(line.result())) {
            return;
        }
        if (line.result() instanceof FinalResult.Call) {
            urcs.begin(new AtLine.Text(line.text()));
        } else if (line.result() instanceof FinalResult.Cme && !dialogue.isResultDue()) {
            // SIM5215 says so when it loses its SIM.
            urcs.begin(AtLine.Named.of(line.text()));
        } else {
            dialogue.onStray(line.text());
        }
    }

    private final class Framed implements LineFramer.Sink {
        @Override
        public void onLine(String line) {
            LineRouter.this.onLine(line);
            watchForPrompt();
        }

        @Override
        public void onPrompt() {
            dialogue.onPrompt();
        }

        @Override
        public void onOverlongLine(int maxLength) {
            if (dialogue.isOpen()) {
                urcs.giveUp();
                dialogue.onStray("(a line of more than " + maxLength + " characters was dropped)");
                watchForPrompt();
            }
        }
    }

    private final class Dispatched implements UrcDispatcher.Sink {
        @Override
        public void onUrc(Urc urc) {
            dialogue.onUrc(urc);
        }

        @Override
        public void onGivenBack(String line) {
            LineRouter.this.onLine(line);
        }

        @Override
        public void onWaitEnded() {
            watchForPrompt();
        }
    }
}
