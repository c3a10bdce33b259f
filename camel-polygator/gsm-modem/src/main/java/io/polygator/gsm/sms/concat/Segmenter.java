package io.polygator.gsm.sms.concat;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Transliteration;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text or octets to segments. */
public final class Segmenter {
    /** No alphabet carries more characters than this in 255 segments: cheaper to refuse than to cut. */
    private static final int MOST_CHARACTERS = Concatenation.MOST_SEGMENTS * 160;

    private final SegmentationOptions options;

    private Segmenter(SegmentationOptions options) {
        this.options = options;
    }

    /**
     * Cuts a text where no escape or surrogate pair is torn, and between grapheme clusters unless one is longer than a
     * segment. Of several encodings the one with the fewest segments wins, the most widely understood among equals.
     *
     * @throws IllegalArgumentException if the text needs more than 255 segments, or GSM7 was asked for and the text
     *     holds a character that it lacks: the message names the limit or the character
     */
    public static Segmentation segmentText(String text, SegmentationOptions options) {
        if (text.length() > MOST_CHARACTERS) {
            throw tooLong("more than " + Concatenation.MOST_SEGMENTS);
        }
        return new Segmenter(options).segmentText(text);
    }

    /**
     * The same for octets (8-bit data); they are cut anywhere.
     *
     * @throws IllegalArgumentException if they need more than 255 segments
     */
    public static Segmentation segmentOctets(Octets octets, SegmentationOptions options) {
        Segmenter segmenter = new Segmenter(options);
        return segmenter.assemble(Alphabet.OCTETS, segmenter.baseHeader(), segmenter.cut(octets));
    }

    private Segmentation segmentText(String text) {
        return shortest(candidates(text))
                .map(best -> assemble(best.encoding().alphabet(), header(best.encoding()), best.runs()))
                .orElseThrow(() -> new IllegalArgumentException(
                        TextEncoding.lackIn(text, options.languages()) + ": ask for AUTO or UCS2, or replace it"));
    }

    /** The first of those with the fewest segments; after one that needs a single segment nobody is asked. */
    private Optional<Encoded> shortest(List<Candidate> candidates) {
        Optional<Encoded> best = Optional.empty();
        for (Candidate candidate : candidates) {
            Encoded encoded = encode(candidate);
            if (best.isEmpty() || encoded.runs().size() < best.get().runs().size()) {
                best = Optional.of(encoded);
            }
            if (encoded.runs().size() == 1) {
                break;
            }
        }
        return best;
    }

    /** A text and one way to encode it. */
    private record Candidate(TextEncoding encoding, String text) {}

    /** The same text in units, cut into one run per segment. */
    private record Encoded(TextEncoding encoding, List<Octets> runs) {}

    private List<Candidate> candidates(String text) {
        List<Candidate> gsm7 = options.encoding() == Encoding.UCS2 ? List.of() : gsm7(text);
        if (gsm7.isEmpty() && options.transliterate() && options.encoding() != Encoding.UCS2) {
            gsm7 = gsm7(Transliteration.toGsm7(text));
        }
        if (options.encoding() == Encoding.GSM7) {
            return gsm7;
        }
        List<Candidate> all = new ArrayList<>(gsm7);
        all.add(new Candidate(TextEncoding.ucs2(), text));
        return all;
    }

    private List<Candidate> gsm7(String text) {
        return TextEncoding.gsm7(options.languages()).stream()
                .filter(encoding -> encoding.carries(text))
                .map(encoding -> new Candidate(encoding, text))
                .toList();
    }

    private Encoded encode(Candidate candidate) {
        TextEncoding encoding = candidate.encoding();
        UserDataHeader header = header(encoding);
        Octets all = encoding.encode(candidate.text());
        List<Octets> runs = all.length() <= UserData.capacity(encoding.alphabet(), header)
                ? List.of(all)
                : cut(encoding, candidate.text(), UserData.capacity(encoding.alphabet(), concatenated(header, 1, 1)));
        return new Encoded(encoding, runs);
    }

    private static List<Octets> cut(TextEncoding encoding, String text, int capacity) {
        RunBuilder runs = new RunBuilder(capacity);
        GraphemeClusters.of(text).forEach(cluster -> {
            Octets units = encoding.encode(cluster);
            if (units.length() <= capacity) {
                runs.add(units);
            } else {
                cluster.codePoints().mapToObj(Character::toString).forEach(point -> runs.add(encoding.encode(point)));
            }
        });
        return runs.finish();
    }

    private List<Octets> cut(Octets octets) {
        if (octets.length() <= UserData.capacity(Alphabet.OCTETS, baseHeader())) {
            return List.of(octets);
        }
        int capacity = UserData.capacity(Alphabet.OCTETS, concatenated(baseHeader(), 1, 1));
        List<Octets> runs = new ArrayList<>();
        for (int start = 0; start < octets.length(); start += capacity) {
            runs.add(octets.slice(start, Math.min(start + capacity, octets.length())));
        }
        return runs;
    }

    private Segmentation assemble(Alphabet alphabet, UserDataHeader header, List<Octets> runs) {
        int total = runs.size();
        if (total > Concatenation.MOST_SEGMENTS) {
            throw tooLong(Integer.toString(total));
        }
        if (total == 1) {
            return new Segmentation(alphabet, List.of(new UserData(header, alphabet, runs.get(0))));
        }
        List<UserData> segments = new ArrayList<>(total);
        for (Octets run : runs) {
            segments.add(new UserData(concatenated(header, total, segments.size() + 1), alphabet, run));
        }
        return new Segmentation(alphabet, segments);
    }

    private static IllegalArgumentException tooLong(String needed) {
        return new IllegalArgumentException("text needs " + needed + " segments, at most " + Concatenation.MOST_SEGMENTS
                + " go into one message: shorten it");
    }

    private UserDataHeader baseHeader() {
        return options.ports()
                .map(ports -> UserDataHeader.none().with(ports.toElement()))
                .orElse(UserDataHeader.none());
    }

    private UserDataHeader header(TextEncoding encoding) {
        return baseHeader().with(encoding.shift());
    }

    /** The header with the place of a segment in front, where the oldest phones look for it. */
    private UserDataHeader concatenated(UserDataHeader header, int total, int sequence) {
        UserDataHeader result =
                UserDataHeader.none().with(new Concatenation(options.reference(), total, sequence).toElement());
        for (var element : header.elements()) {
            result = result.with(element);
        }
        return result;
    }
}
