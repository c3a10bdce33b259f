package io.polygator.simulator.programs;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A serial device without hardware: Debian's {@code socat} joins a pseudo terminal to a TCP port where something plays
 * the modem. Needs {@code socat}; see {@link RequiredPrograms}. Thread-safe.
 */
public final class PseudoTerminal implements AutoCloseable {
    private final Path device;
    private final RunningProgram bridge;
    private final RunningProgram holder;

    private PseudoTerminal(Path device, RunningProgram bridge, RunningProgram holder) {
        this.device = device;
        this.bridge = bridge;
        this.holder = holder;
    }

    /**
     * Makes a device in front of the modem that listens on the TCP port of this machine, to which it connects at once.
     *
     * @param device where the device appears; nothing must be there yet
     * @throws AssertionError if it does not appear
     */
    public static PseudoTerminal inFrontOf(int modemPort, Path device) {
        RunningProgram bridge =
                RunningProgram.start("socat", "PTY,link=" + device + ",raw,echo=0", "TCP:127.0.0.1:" + modemPort);
        Eventually.await(() -> Files.exists(device), bridge::output);
        // A pseudo terminal hangs up when its last user leaves, which a UART does not: so one user always stays.
        RunningProgram holder = RunningProgram.start("sh", "-c", "exec sleep 600 <\"$0\"", device.toString());
        return new PseudoTerminal(device, bridge, holder);
    }

    /** The path of the device. */
    public Path device() {
        return device;
    }

    /** Takes the device away under its users, as when a board is pulled. */
    public void hangUp() {
        bridge.close();
    }

    @Override
    public void close() {
        bridge.close();
        holder.close();
    }
}
