package io.polygator.simulator.module;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A module's serial line. What the module says while nobody is connected, or while it does not know the client's speed,
 * is lost. Belongs to the simulator's loop.
 */
public final class Uart {
    private final Consumer<byte[]> module;
    private @Nullable Line line;
    private boolean speedKnown = true;
    private byte lastTyped;

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
        byte[] heard = speedKnown ? bytes : learnSpeed(bytes);
        if (heard.length > 0) {
            module.accept(heard);
        }
    }

    /** The module has to find the client's speed out, from the next AT or at. */
    void forgetSpeed() {
        speedKnown = false;
        lastTyped = 0;
    }

    /** What is understood of it: all from the first AT on, nothing before. */
    private byte[] learnSpeed(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            byte before = lastTyped;
            lastTyped = bytes[i];
            if ((before == 'A' && lastTyped == 'T') || (before == 'a' && lastTyped == 't')) {
                speedKnown = true;
                byte[] heard = new byte[bytes.length - i + 1];
                heard[0] = before;
                System.arraycopy(bytes, i, heard, 1, bytes.length - i);
                return heard;
            }
        }
        return new byte[0];
    }

    void write(byte[] bytes) {
        Line connected = line;
        if (connected != null && speedKnown) {
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
