package io.polygator.app.reflection;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Started by the virtual machine before the application, with the file to write to as its argument. */
public final class RecordingAgent {

    private RecordingAgent() {}

    public static void premain(String file, Instrumentation instrumentation) {
        Recorder.writeTo(Path.of(file));
        instrumentation.addTransformer(new CallSites());
    }
}
