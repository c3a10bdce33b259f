package io.polygator.gsm.virtualmodem;

/**
 * One command of a command line.
 *
 * @param name in upper case without AT: {@code +CMGS}, {@code E}, {@code &F}
 * @param form how it is used
 * @param argument what follows the equals sign, or the digits after a basic command; may be empty
 */
record CommandRequest(String name, Form form, String argument) {

    /** The forms of a command (ITU-T V.250 §5.4). */
    enum Form {
        /** {@code AT+X}, {@code ATX1}. */
        EXECUTE,
        /** {@code AT+X?}. */
        READ,
        /** {@code AT+X=…}. */
        SET,
        /** {@code AT+X=?}. */
        TEST
    }
}
