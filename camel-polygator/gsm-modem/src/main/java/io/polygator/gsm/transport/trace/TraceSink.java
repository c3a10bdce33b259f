package io.polygator.gsm.transport.trace;

/** Takes the lines of a transcript, already redacted. Called on loops: it must neither block nor throw. */
@FunctionalInterface
public interface TraceSink {

    /** Keeps the line, or drops it when it cannot keep up. The line carries no line end. */
    void line(String line);
}
