package io.polygator.gateway.store.jdbc;

import static java.util.stream.Collectors.joining;

import io.polygator.gateway.message.ChannelChoice;
import java.util.HashSet;
import java.util.Set;

/** Channel choices as columns hold them: {@code all}, {@code channel:g8-1}, {@code gateway:g8}, {@code group:fast},
 * {@code any:} and several of these, in one order. */
final class Choices {
    private static final String ALL = "all";
    private static final String CHANNEL = "channel:";
    private static final String GATEWAY = "gateway:";
    private static final String GROUP = "group:";
    private static final String ANY = "any:";

    private Choices() {}

    static String text(ChannelChoice choice) {
        if (choice instanceof ChannelChoice.Named named) {
            return CHANNEL + named.channel();
        }
        if (choice instanceof ChannelChoice.OfGateway of) {
            return GATEWAY + of.gateway();
        }
        if (choice instanceof ChannelChoice.AnyOf any) {
            return ANY
                    + any.choices().stream()
                            .map(Choices::text)
                            .sorted()
                            .map(Choices::measured)
                            .collect(joining());
        }
        return choice instanceof ChannelChoice.Group group ? GROUP + group.group() : ALL;
    }

    /** @throws IllegalArgumentException if the text is no choice */
    static ChannelChoice choice(String text) {
        if (text.startsWith(CHANNEL)) {
            return new ChannelChoice.Named(text.substring(CHANNEL.length()));
        }
        if (text.startsWith(GATEWAY)) {
            return new ChannelChoice.OfGateway(text.substring(GATEWAY.length()));
        }
        if (text.startsWith(GROUP)) {
            return new ChannelChoice.Group(text.substring(GROUP.length()));
        }
        if (text.startsWith(ANY)) {
            return new ChannelChoice.AnyOf(measuredOnes(text));
        }
        if (text.equals(ALL)) {
            return new ChannelChoice.All();
        }
        throw notOne(text);
    }

    /** Names may hold any character, so each text comes behind its length: {@code 11:group:fast}. */
    private static String measured(String text) {
        return text.length() + ":" + text;
    }

    private static Set<ChannelChoice> measuredOnes(String text) {
        Set<ChannelChoice> choices = new HashSet<>();
        int at = ANY.length();
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            if (colon < 0) {
                throw notOne(text);
            }
            int end = colon + 1 + Integer.parseInt(text.substring(at, colon));
            if (end > text.length()) {
                throw notOne(text);
            }
            choices.add(choice(text.substring(colon + 1, end)));
            at = end;
        }
        return choices;
    }

    private static IllegalArgumentException notOne(String text) {
        return new IllegalArgumentException("not a choice of channels: " + text);
    }
}
