package io.polygator.http;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.PageMark;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of {@code GET /v1/messages} and {@code GET /v1/inbound}. What is empty does not narrow the list.
 *
 * @param states of messages that were sent
 * @param from the sender, or the own number asked for
 * @param reference the name that the submitter gave
 * @param after where the page before ended
 * @param limit 1 to 500
 */
public record ListRequest(
        Set<MessageState> states,
        Optional<String> from,
        Optional<String> to,
        Optional<String> channel,
        Optional<String> reference,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<PageMark> after,
        int limit) {
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;
    private static final int LONGEST_NAME = 64;
    private static final Set<String> OUTBOUND =
            Set.of("state", "from", "to", "channel", "reference", "since", "until", "after", "limit");
    private static final Set<String> INBOUND = Set.of("from", "to", "channel", "since", "until", "after", "limit");

    /** Reads a query for messages that were sent. */
    public static ListRequest outbound(@Nullable String query) throws ProblemException {
        return read(QueryFields.read(query, OUTBOUND));
    }

    /** Reads a query for messages that came in. */
    public static ListRequest inbound(@Nullable String query) throws ProblemException {
        return read(QueryFields.read(query, INBOUND));
    }

    private static ListRequest read(QueryFields fields) throws ProblemException {
        return new ListRequest(
                states(fields),
                fields.text("from", LONGEST_NAME),
                fields.text("to", LONGEST_NAME),
                fields.text("channel", LONGEST_NAME),
                fields.text("reference", Origin.LONGEST_REFERENCE),
                fields.time("since"),
                fields.time("until"),
                fields.mark("after"),
                fields.number("limit", 1, HIGHEST_LIMIT).orElse(USUAL_LIMIT));
    }

    private static Set<MessageState> states(QueryFields fields) throws ProblemException {
        Set<MessageState> states = EnumSet.noneOf(MessageState.class);
        for (String name :
                fields.text("state", 200).map(list -> list.split(",", -1)).orElse(new String[0])) {
            states.add(Arrays.stream(MessageState.values())
                    .filter(state -> word(state).equals(name))
                    .findFirst()
                    .orElseThrow(() -> RequestFields.wrong(
                            "state",
                            "state must be some of "
                                    + Arrays.stream(MessageState.values())
                                            .map(ListRequest::word)
                                            .collect(Collectors.joining(", "))
                                    + ", with commas in between")));
        }
        return states;
    }

    private static String word(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
