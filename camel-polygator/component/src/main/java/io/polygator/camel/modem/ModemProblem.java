package io.polygator.camel.modem;

/**
 * Something that keeps the modems of an endpoint from opening.
 *
 * @param words what is wrong and what helps
 */
public record ModemProblem(Subject subject, String words) {

    /** What is wrong. */
    public enum Subject {
        /** The address is none. */
        ADDRESS,
        /** Without an account, other machines could reach the address. */
        STRANGERS,
        /** The option channels, or how many ports there are for them. */
        CHANNELS,
        /** The option tlsPorts. */
        TLS_PORTS,
        /** Without an account, other machines could reach the option tlsHost. */
        TLS_STRANGERS
    }
}
