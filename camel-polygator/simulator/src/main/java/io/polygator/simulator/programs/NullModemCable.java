package io.polygator.simulator.programs;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two serial devices without hardware, joined as by a null modem cable: what is written to one is read from the other.
 * A simulated module is wired to one end, whatever wants a serial device opens the other. Needs {@code socat}; see
 * {@link RequiredPrograms}. Thread-safe.
 */
public final class NullModemCable implements AutoCloseable {
    private final Path moduleEnd;
    private final Path clientEnd;
    private final RunningProgram cable;
    private final RunningProgram holder;

    private NullModemCable(Path moduleEnd, Path clientEnd, RunningProgram cable, RunningProgram holder) {
        this.moduleEnd = moduleEnd;
        this.clientEnd = clientEnd;
        this.cable = cable;
        this.holder = holder;
    }

    /**
     * Makes both devices.
     *
     * @param folder where they appear
     * @param name of the client's end; the module's is called the same with {@code -module}
     * @throws AssertionError if they do not appear
     */
    public static NullModemCable in(Path folder, String name) {
        Path moduleEnd = folder.resolve(name + "-module");
        Path clientEnd = folder.resolve(name);
        RunningProgram cable = RunningProgram.start("socat", terminal(moduleEnd), terminal(clientEnd));
        Eventually.await(() -> Files.exists(moduleEnd) && Files.exists(clientEnd), cable::output);
        // A pseudo terminal hangs up when its last user leaves, which a UART does not: so one user always stays.
        RunningProgram holder = RunningProgram.start(
                "sh", "-c", "exec sleep 600 <\"$0\" 3<\"$1\"", moduleEnd.toString(), clientEnd.toString());
        return new NullModemCable(moduleEnd, clientEnd, cable, holder);
    }

    private static String terminal(Path link) {
        return "PTY,link=" + link + ",raw,echo=0";
    }

    /** The device for {@code PolygatorSimulator.serve}. */
    public Path moduleEnd() {
        return moduleEnd;
    }

    /** The device to open as a modem. */
    public Path clientEnd() {
        return clientEnd;
    }

    @Override
    public void close() {
        cable.close();
        holder.close();
    }
}
