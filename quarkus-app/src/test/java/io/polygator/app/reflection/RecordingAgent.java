package io.polygator.app.reflection;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Started by the virtual machine before the application, with the folder of the records as its argument. */
public final class RecordingAgent {

    private RecordingAgent() {}

    /** Each process writes a file of its own, without a buffer: it may be killed. */
    public static void premain(String folder, Instrumentation instrumentation) throws IOException {
        Path file = Path.of(folder, ProcessHandle.current().pid() + ".txt");
        Recorder.writeTo(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        instrumentation.addTransformer(new CallSites());
    }
}
