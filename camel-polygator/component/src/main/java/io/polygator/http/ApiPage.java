package io.polygator.http;

import io.polygator.gsm.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page on which people read and try the contract: Swagger UI, whose files the build puts beside our own page. Only the
 * files that it needs are here, by name; a path is never looked up. Thread-safe.
 */
public final class ApiPage {
    /**
     * Scripts from here only, and requests to here only: whoever gets a text onto the page can neither run it nor send
     * what the reader has typed elsewhere. Swagger UI sets styles of its own.
     */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "index.html", "text/html; charset=UTF-8",
            "docs.js", "text/javascript; charset=UTF-8",
            "swagger-ui-bundle.js", "text/javascript; charset=UTF-8",
            "swagger-ui.css", "text/css; charset=UTF-8",
            "favicon-32x32.png", "image/png");

    private final Map<String, File> read = new ConcurrentHashMap<>();

    /** A file of the page. */
    public record File(String mediaType, Octets content) {}

    /** The file of this name, or empty when the page has no such file. */
    public Optional<File> file(String name) {
        return Optional.ofNullable(MEDIA_TYPES.get(name))
                .map(type -> read.computeIfAbsent(name, any -> new File(type, content(name))));
    }

    private static Octets content(String name) {
        try (InputStream file = Objects.requireNonNull(ApiPage.class.getResourceAsStream("docs/" + name), name)) {
            return Octets.copyOf(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
