package io.polygator.camel.polygator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where messages are kept, as configured: the options {@code store…} of the component. */
record StoreOptions(StoreKind kind, String file, Optional<String> url, String user, String password) {
    private static final String PREFIX = "jdbc:postgresql:";

    static StoreOptions of(PolygatorComponent component) {
        return new StoreOptions(
                component.getStore(),
                component.getStoreFile(),
                text(component.getStoreUrl()),
                text(component.getStoreUser()).orElse(""),
                text(component.getStorePassword()).orElse(""));
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The file of the SQLite database. */
    Path sqliteFile() {
        if (file.isBlank()) {
            throw wrong("storeFile is empty: set it to a file on a local disk such as data/polygator.db");
        }
        try {
            return Path.of(file.strip()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw wrong("storeFile=" + file + " is no file name (" + e.getReason() + ")");
        }
    }

    /** The address of the PostgreSQL database. */
    String postgresqlUrl() {
        return url.filter(text -> text.startsWith(PREFIX))
                .orElseThrow(() -> wrong("store=postgresql needs storeUrl, such as " + PREFIX
                        + "//db.example.org/polygator, and storeUser and storePassword"));
    }

    /** The place in words, without the password. */
    String describe() {
        return switch (kind) {
            case sqlite -> sqliteFile() + " (SQLite)";
            case postgresql -> withoutParameters(postgresqlUrl()) + " (PostgreSQL)";
            case memory -> "memory: the end of the application forgets them";
            case none -> "memory while their exchanges wait for the network";
        };
    }

    /** Parameters of a JDBC URL may hold a password. */
    private static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "StoreOptions[" + describe() + "]";
    }

    private static IllegalArgumentException wrong(String words) {
        return new IllegalArgumentException("polygator component: " + words);
    }
}
