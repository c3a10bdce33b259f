package io.polygator.gsm.virtualmodem;

/** When a server says what nobody asked for. */
public enum UrcTiming {
    /** As it happens, even between a command and its result: what real modules do. */
    AT_ONCE,
    /** Only after a final result: kind to programs that take any line for the answer they wait for, as Kannel does. */
    BETWEEN_COMMANDS
}
