package io.polygator.gsm.virtualmodem;

/** Where an {@link AtServer} speaks to: one method per kind of utterance, so that a wire may treat them differently. */
public interface AtOutput {

    /** What the client typed, sent back as it came. */
    void echo(byte[] bytes);

    /** An information response; lines within it are separated by CR LF. */
    void information(String text);

    /** The final result of a command line. */
    void finalResult(String text);

    /** Something nobody asked for; lines within it are separated by CR LF. */
    void unsolicited(String text);

    /** The invitation to type a message. */
    void prompt();

    /** Ends the connection once what was said is on its way. */
    void hangUp();
}
