package io.polygator.gsm.virtualmodem;

/** Carries out one form of one command. */
@FunctionalInterface
public interface CommandHandler {

    /**
     * Carries the command out. Returning means {@code OK}, unless the handler has called {@link Command#defer}.
     *
     * @throws CommandRefused if the client shall get an error
     */
    void run(Command command) throws CommandRefused;
}
