package io.polygator.simulator.module;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A module's serial line. What the module says while nobody is connected is lost. Belongs to the simulator's loop. */
public final class Uart {
    private final Consumer<byte[]> module;
    private @Nullable Line line;

    /**
     * A line that nobody is connected to yet.
     *
     * @param module hears what is typed
     */
    Uart(Consumer<byte[]> module) {
        this.module = module;
    }

    /** Whoever is connected. */
    public interface Line {
        /** Carries what the module says. */
        void send(byte[] bytes);

        /** Ends at once, as if the network had broken. */
        void cut();
    }

    /** Connects the line; another one that was connected hears nothing any more. */
    public void attach(Line newLine) {
        line = newLine;
    }

    /** Disconnects the line, if it is the one that is connected. */
    public void detach(Line oldLine) {
        if (line == oldLine) {
            line = null;
        }
    }

    /** What the client types. */
    public void receive(byte[] bytes) {
        module.accept(bytes);
    }

    void write(byte[] bytes) {
        Line connected = line;
        if (connected != null) {
            connected.send(bytes);
        }
    }

    /** Breaks the connection, if there is one. */
    public void cut() {
        Line connected = line;
        if (connected != null) {
            connected.cut();
        }
    }
}
