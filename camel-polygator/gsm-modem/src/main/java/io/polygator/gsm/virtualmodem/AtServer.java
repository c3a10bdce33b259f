package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmsError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.VirtualRadio.Registration;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Interprets what a client types on one AT interface and speaks for the modem behind it (ITU-T V.250, 3GPP TS 27.005
 * and 27.007). One command line at a time: what is typed meanwhile waits, up to a limit. To be used on its loop only.
 */
public final class AtServer {
    private static final int LONGEST_BACKLOG = 4096;
    private static final int USSD_AWAITS_ANSWER = 1;
    private static final FinalResult OK = new FinalResult.Ok();

    private final Loop loop;
    private final VirtualModem modem;
    private final CommandSet commands;
    private final AtOutput output;
    private final AtServerSettings manners;
    private final LineEditor editor = new LineEditor();
    private final AtSettings settings = new AtSettings();
    private final UnsolicitedLines held;
    private final LoginGate gate;
    private final MessageIndications indications;
    private final ByteArrayOutputStream backlog = new ByteArrayOutputStream();
    private final Deque<CommandRequest> remaining = new ArrayDeque<>();
    private AtSettings saved = settings.snapshot();
    private boolean catchingUp;
    private @Nullable Command running;
    private @Nullable Consumer<String> awaitingText;
    private Loop.@Nullable Timer textDeadline;

    public AtServer(Loop loop, VirtualModem modem, CommandSet commands, AtServerSettings manners, AtOutput output) {
        this.loop = loop;
        this.modem = modem;
        this.commands = commands;
        this.manners = manners;
        this.output = output;
        this.indications = new MessageIndications(this);
        this.held = new UnsolicitedLines(output);
        this.gate = new LoginGate(manners.login(), loop, output::hangUp);
    }

    /** Takes what the client typed, cut anywhere. */
    public void receive(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (isBusy()) {
                keepForLater(bytes, i);
                break;
            }
            receive(bytes[i]);
        }
        flushEcho();
    }

    /** Says something nobody asked for; lines within it are separated by CR LF. */
    public void unsolicited(String text) {
        if (!gate.isOpen()) {
            return;
        }
        if (mayInterrupt()) {
            output.unsolicited(text);
        } else {
            held.keep(text);
        }
    }

    /** Whether something unasked for may be said now. */
    boolean mayInterrupt() {
        return manners.urcTiming() == UrcTiming.AT_ONCE || (running == null && remaining.isEmpty());
    }

    /** Tells a new state of registration, if the client asked for that (3GPP TS 27.007 §7.2). */
    public void registrationChanged() {
        Registration registration = modem.radio().registration();
        if (settings.registrationReports > 0) {
            unsolicited("+CREG: " + registration.reported(settings.registrationReports));
        }
        if (settings.packetRegistrationReports > 0) {
            unsolicited("+CGREG: " + registration.reported(settings.packetRegistrationReports));
        }
    }

    /** Rings once (3GPP TS 27.007 §6.11 and §7.6); a withheld number is told as empty with validity 1. */
    public void ring(Optional<String> caller) {
        unsolicited(settings.ringTyped ? "+CRING: VOICE" : "RING");
        if (settings.callerIdShown) {
            unsolicited(caller.map(number -> "+CLIP: " + CallCommands.withType(number) + ",\"\",,\"\",0")
                    .orElse("+CLIP: \"\",128,\"\",,\"\",1"));
        }
    }

    /** Hands over or stores something that the network delivers, as the client's AT+CNMI asks for. */
    public void deliver(IncomingTpdu incoming, Consumer<DeliveryResult> result) {
        new Delivery(modem, List.of(this), incoming, result).run();
    }

    /**
     * Announces a USSD text.
     *
     * @param status the number of +CUSD, 0 to 5 (3GPP TS 27.007 §7.15)
     */
    public void ussd(int status, String text, UssdWriting writing) {
        settings.ussdOpen = status == USSD_AWAITS_ANSWER;
        if (settings.ussdShown) {
            unsolicited(UssdNotice.line(status, text, writing, settings.characterSet));
        }
    }

    /** Forgets everything but the saved profile, as a module does that starts again. Running commands end unanswered. */
    public void reset() {
        running = null;
        stopAwaitingText();
        remaining.clear();
        backlog.reset();
        held.forget();
        editor.clear();
        settings.copyFrom(saved);
        settings.indication = MessageIndication.NONE;
        settings.ussdOpen = false;
        indications.reset();
    }

    /** Ends for good: the client is gone. */
    public void close() {
        reset();
        gate.close();
    }

    /** What the client has set. */
    public AtSettings settings() {
        return settings;
    }

    /** How many octets it holds of what the client typed, and of lines that wait to be said; bounded, whatever it types. */
    int octetsHeld() {
        return backlog.size() + editor.held() + held.octets();
    }

    VirtualModem modem() {
        return modem;
    }

    MessageIndications indications() {
        return indications;
    }

    LoginGate gate() {
        return gate;
    }

    /** How messages are shown now. */
    MessageWriter writer() {
        return settings.textMode
                ? new TextModeWriter(settings.characterSet, settings.headersShown)
                : new PduModeWriter();
    }

    boolean sparesReaders() {
        return manners.sparesReaders();
    }

    Loop loop() {
        return loop;
    }

    void saveProfile() {
        saved = settings.snapshot();
    }

    void recallProfile() {
        settings.copyFrom(saved);
    }

    void saveTextParameters() {
        saved.textParameters = settings.textParameters;
    }

    void recallTextParameters() {
        settings.textParameters = saved.textParameters;
    }

    void information(String text) {
        output.information(text);
    }

    boolean isRunning(Command command) {
        return running == command;
    }

    void prompt(Command command, Consumer<String> typed) {
        if (running == command) {
            awaitingText = typed;
            editor.beginText();
            output.prompt();
            if (!manners.textDeadline().isZero()) {
                textDeadline = loop.schedule(manners.textDeadline(), () -> giveUpText(command));
            }
        }
    }

    /** The client forgot its message, and with it that nothing else can be said. */
    private void giveUpText(Command command) {
        stopAwaitingText();
        editor.clear();
        finish(command, new FinalResult.Cms(new CmsError(CommandRefused.UNKNOWN_ERROR)));
    }

    private void stopAwaitingText() {
        awaitingText = null;
        if (textDeadline != null) {
            textDeadline.cancel();
            textDeadline = null;
        }
    }

    void finish(Command command, FinalResult result) {
        if (running != command) {
            return;
        }
        running = null;
        if (!result.isOk() || remaining.isEmpty()) {
            endLine(result);
        } else {
            runNext();
        }
    }

    void forget(Command command) {
        if (running == command) {
            running = null;
            remaining.clear();
            afterCommand();
        }
    }

    private boolean isBusy() {
        return catchingUp || (running != null && awaitingText == null);
    }

    private void keepForLater(byte[] bytes, int from) {
        int room = LONGEST_BACKLOG - backlog.size();
        backlog.write(bytes, from, Math.min(room, bytes.length - from));
    }

    private void receive(byte typed) {
        LineEditor.Outcome outcome = editor.type(typed, settings.echo);
        if (outcome instanceof LineEditor.Line line) {
            flushEcho();
            runLine(line);
        } else if (outcome instanceof LineEditor.Text text) {
            flushEcho();
            endText(text);
        } else if (outcome instanceof LineEditor.NextTextLine && settings.textMode) {
            flushEcho();
            output.prompt();
        }
    }

    private void runLine(LineEditor.Line line) {
        if (line.isTooLong()) {
            output.finalResult(ResultText.of(new FinalResult.BareError(), settings));
            return;
        }
        Optional<String> body = line.commandBody();
        if (body.isEmpty()) {
            return;
        }
        try {
            remaining.addAll(CommandLine.parse(body.get()));
        } catch (CommandRefused refused) {
            endLine(refused.result());
            return;
        }
        runNext();
    }

    private void endText(LineEditor.Text text) {
        Consumer<String> typed = awaitingText;
        Command command = running;
        stopAwaitingText();
        if (command == null || typed == null) {
            return;
        }
        if (text.isAborted()) {
            finish(command, OK);
        } else {
            typed.accept(text.content());
        }
    }

    private void runNext() {
        CommandRequest request = remaining.poll();
        if (request == null) {
            endLine(OK);
            return;
        }
        Command command = new Command(this, request);
        running = command;
        try {
            handlerOf(request).run(command);
            if (!command.isDeferred()) {
                command.finish(OK);
            }
        } catch (CommandRefused refused) {
            command.finish(refused.result());
        }
    }

    /** What is refused here never reaches a handler. */
    private CommandHandler handlerOf(CommandRequest request) throws CommandRefused {
        CommandHandler handler = commands.find(request).orElseThrow(CommandRefused::error);
        if (!gate.isOpen() && !commands.isAnsweredBeforeLogin(request)) {
            throw CommandRefused.error();
        }
        if (!manners.policy().allows(commands.grantsNeededFor(request))) {
            throw CommandRefused.cme(CommandRefused.NOT_ALLOWED);
        }
        return handler;
    }

    private void endLine(FinalResult result) {
        remaining.clear();
        if (!settings.quiet) {
            output.finalResult(ResultText.of(result, settings));
        }
        afterCommand();
    }

    private void afterCommand() {
        if (gate.isOpen()) {
            held.say();
            indications.resume();
        }
        catchUp();
    }

    private void catchUp() {
        if (backlog.size() > 0 && !catchingUp) {
            catchingUp = true;
            // On its own turn, so that a long backlog does not nest as many calls as it has lines.
            loop.execute(this::receiveBacklog);
        }
    }

    private void receiveBacklog() {
        catchingUp = false;
        byte[] typed = backlog.toByteArray();
        backlog.reset();
        receive(typed);
    }

    private void flushEcho() {
        byte[] echo = editor.takeEcho();
        if (echo.length > 0) {
            output.echo(echo);
        }
    }
}
