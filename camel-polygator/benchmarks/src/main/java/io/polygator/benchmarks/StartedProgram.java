package io.polygator.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;

/** A program whose start is measured. */
interface StartedProgram {
    /**
     * Starts it.
     *
     * @param folder for what it keeps
     * @param port for its HTTP interface
     * @param addresses of the modems that it shall use
     * @return its processes
     */
    List<Process> start(Path folder, int port, List<String> addresses) throws IOException, InterruptedException;

    /** What is asked until it answers. */
    HttpRequest question(int port);

    /** Whether an answer of this status comes from what was to be started, and not from what starts it. */
    boolean isReady(int status);
}
