package io.polygator.gateway.store.jdbc;

import java.sql.SQLException;

/** A trouble that was recognised before the database was asked. */
final class TroubleException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    TroubleException(Trouble trouble, String detail, Throwable cause) {
        super(detail, cause);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
