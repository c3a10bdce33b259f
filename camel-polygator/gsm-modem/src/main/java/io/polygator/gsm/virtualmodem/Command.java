package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** One command while it is carried out: what was asked, whom it is about, and how to answer. Server loop only. */
public final class Command {
    private final AtServer server;
    private final CommandRequest request;
    private boolean deferred;
    private boolean finished;

    Command(AtServer server, CommandRequest request) {
        this.server = server;
        this.request = request;
    }

    /** The arguments after the equals sign. */
    public Arguments arguments() {
        return Arguments.parse(request.argument());
    }

    /** The argument as it was typed, for commands that do not separate by commas. */
    public String rawArgument() {
        return request.argument();
    }

    /** The time on the server's loop. */
    public Instant now() {
        return server.loop().instant();
    }

    /** The modem that the command is about. */
    public VirtualModem modem() {
        return server.modem();
    }

    /** What this client has set. */
    public AtSettings settings() {
        return server.settings();
    }

    /** Direct deliveries that wait for the client's acknowledgement. */
    public MessageIndications indications() {
        return server.indications();
    }

    /** Sends an information response; further lines are separated by CR LF. */
    public void answer(String information) {
        server.information(information);
    }

    LoginGate gate() {
        return server.gate();
    }

    MessageWriter writer() {
        return server.writer();
    }

    void saveTextParameters() {
        server.saveTextParameters();
    }

    void recallTextParameters() {
        server.recallTextParameters();
    }

    void recallProfile() {
        server.recallProfile();
    }

    void saveProfile() {
        server.saveProfile();
    }

    /** Postpones the final result: the handler will tell it later. */
    public Completion defer() {
        deferred = true;
        return new Completion();
    }

    /** Invites the client to type a message, and postpones the final result. ESC ends the command with {@code OK}. */
    public void prompt(Consumer<String> typed) {
        deferred = true;
        server.prompt(this, typed);
    }

    void later(Duration delay, Runnable task) {
        server.loop().schedule(delay, task);
    }

    boolean isDeferred() {
        return deferred;
    }

    void finish(FinalResult result) {
        if (!finished) {
            finished = true;
            server.finish(this, result);
        }
    }

    /** The final result to come. Telling it twice, or after the module restarted, has no effect. */
    public final class Completion {
        /** The command succeeded. */
        public void ok() {
            finish(new FinalResult.Ok());
        }

        /** The command succeeded, and this information comes before the OK. */
        public void okAfter(String information) {
            if (!finished && server.isRunning(Command.this)) {
                server.information(information);
                ok();
            }
        }

        /** The command ends with this result. */
        public void end(FinalResult result) {
            finish(result);
        }

        /** The command ends without a word; the client gets no final result. */
        public void silence() {
            if (!finished) {
                finished = true;
                server.forget(Command.this);
            }
        }
    }
}
