package io.polygator.camel.spool;

/** A spool file cannot be sent as it is; the text says which header is wrong and what to write instead. */
public final class SpoolFileException extends Exception {
    private static final long serialVersionUID = 1L;

    SpoolFileException(String message) {
        super(message, null, false, false);
    }
}
