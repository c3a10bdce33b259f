package io.polygator.app.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whom the application lets in over SMPP. */
final class EsmeAccount {
    static final String SYSTEM_ID = "esme";
    static final String PASSWORD = "crash-it";

    /** Of the password, with as few rounds as may be: every life of the application checks it anew. */
    private static final String HASH =
            "pbkdf2-sha256$100000$b25seSBmb3IgY3Jhc2hlcw$ncAub6ypvmj4KqOhJAQ/J+ApZX6e5QjeUP+YTLosDoM";

    private EsmeAccount() {}

    /** The file of accounts, with this one alone. */
    static Path writeTo(Path folder) {
        String accounts =
                """
                accounts:
                  %s:
                    secret: %s
                    doors: smpp
                """
                        .formatted(SYSTEM_ID, HASH);
        try {
            return Files.writeString(folder.resolve("accounts.yaml"), accounts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
