package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Consumer;

/** Frames every line with CR LF on both sides, as modules do with ATV1 (ITU-T V.250 §5.7.1). */
public final class FramedOutput implements AtOutput {
    private static final String LINE_END = "\r\n";

    private final Consumer<byte[]> wire;
    private final Runnable hangUp;

    /**
     * Speaks to this wire.
     *
     * @param wire takes the bytes and owns them
     * @param hangUp ends the connection after what was written
     */
    public FramedOutput(Consumer<byte[]> wire, Runnable hangUp) {
        this.wire = wire;
        this.hangUp = hangUp;
    }

    @Override
    public void echo(byte[] bytes) {
        wire.accept(bytes);
    }

    @Override
    public void information(String text) {
        line(text);
    }

    @Override
    public void finalResult(String text) {
        line(text);
    }

    @Override
    public void unsolicited(String text) {
        line(text);
    }

    @Override
    public void prompt() {
        send(LINE_END + "> ");
    }

    @Override
    public void hangUp() {
        hangUp.run();
    }

    private void line(String text) {
        send(LINE_END + text + LINE_END);
    }

    private void send(String text) {
        wire.accept(text.getBytes(ISO_8859_1));
    }
}
