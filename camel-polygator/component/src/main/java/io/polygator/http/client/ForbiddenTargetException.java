package io.polygator.http.client;

import java.io.IOException;

/** A URL leads to an address that must not be connected to; nothing was sent. */
public final class ForbiddenTargetException extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenTargetException(String message) {
        super(message);
    }
}
