package io.polygator.gsm.at;

/**
 * One command line without its terminator: {@code AT+CREG?}. One command per line; chains hide which one failed.
 *
 * @param line begins with AT; printable characters only
 */
public record AtCommand(String line) {

    /** {@code AT+X}. */
    public static AtCommand execute(String name) {
        return new AtCommand("AT" + name);
    }

    /** {@code AT+X?}. */
    public static AtCommand read(String name) {
        return new AtCommand("AT" + name + "?");
    }

    /** {@code AT+X=…}. */
    public static AtCommand set(String name, String arguments) {
        return new AtCommand("AT" + name + "=" + arguments);
    }

    /** {@code AT+X=?}. */
    public static AtCommand test(String name) {
        return new AtCommand("AT" + name + "=?");
    }
}
