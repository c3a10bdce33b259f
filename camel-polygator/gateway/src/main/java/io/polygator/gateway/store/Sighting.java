package io.polygator.gateway.store;

import io.polygator.gsm.octets.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Which way a message came in, and the texts by which its twin on the other way is still to be recognised. Texts are kept
 * as digests of what both ways render alike.
 *
 * @param whole of the whole text; empty once a twin is known
 * @param segments of each segment of a message of several, without those whose twins are known: the other way may tell
 *     segments one by one
 */
public record Sighting(Way way, Optional<String> whole, List<String> segments) {
    private static final int DIGEST_OCTETS = 12;
    /** Letters that KOI8-R has, without what a shell eats or expands; octets of KOI8-U read as KOI8-R are frames. */
    private static final String LOST = "[^\\x21-\\x7E\u0410-\u044F\u0401\u0451]|[?*\"\\\\`]";

    /** How a message came in. */
    public enum Way {
        /** A modem received it. */
        AIR,
        /** Another program gave notice of it. */
        NOTICE
    }

    public Sighting {
        segments = List.copyOf(segments);
    }

    /**
     * Of a message that has just come in.
     *
     * @param segments the texts of its segments when it has several
     */
    public static Sighting of(Way way, String text, List<String> segments) {
        return new Sighting(
                way,
                Optional.of(digest(text)),
                segments.stream().map(Sighting::digest).toList());
    }

    /** Whether the twin of any of its texts may still come. */
    public boolean isOpen() {
        return whole.isPresent() || !segments.isEmpty();
    }

    /** The same of which no twin is looked for. */
    public Sighting closed() {
        return new Sighting(way, Optional.empty(), List.of());
    }

    /** One segment of it has its twin; so nobody will tell the whole. */
    Sighting withoutSegment(String digest) {
        List<String> rest = new ArrayList<>(segments);
        rest.remove(digest);
        return left(rest);
    }

    /** Of its segments these have no twin yet. */
    Sighting left(List<String> unknown) {
        return new Sighting(way, Optional.empty(), unknown);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.replaceAll(LOST, "")), 0, DIGEST_OCTETS);
    }
}
