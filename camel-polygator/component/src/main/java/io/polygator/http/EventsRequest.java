package io.polygator.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request for {@code GET /v1/events}.
 *
 * @param name under which events are kept while the client is away: 1 to 32 letters, digits, hyphens and underscores
 * @param events some of inbound, report, call, ussd, channel and unreadable; never empty
 * @param received up to which event the client has everything
 */
public record EventsRequest(String name, Set<String> events, OptionalLong received) {
    /** The header by which a client says what it has (WHATWG HTML, server-sent events). */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final Set<String> FIELDS = Set.of("name", "events");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final String ANY = "(inbound|report|call|ussd|channel|unreadable)";
    private static final Pattern EVENTS = Pattern.compile(ANY + "(," + ANY + ")*");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final String ALL = "inbound,report,call,ussd,channel,unreadable";
    private static final int LONGEST_LIST = 200;

    public EventsRequest {
        events = Set.copyOf(events);
    }

    /** @param lastEventId the header {@link #LAST_EVENT_ID}; null when there is none, empty when nothing was received */
    public static EventsRequest read(@Nullable String query, @Nullable String lastEventId) throws ProblemException {
        QueryFields fields = QueryFields.read(query, FIELDS);
        Set<String> events = events(fields.text("events", LONGEST_LIST).orElse("inbound,report"));
        OptionalLong received = received(Optional.ofNullable(lastEventId).filter(id -> !id.isEmpty()));
        return new EventsRequest(name(fields.text("name", LONGEST_LIST)), events, received);
    }

    /** Whether events can be kept under it. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static String name(Optional<String> name) throws ProblemException {
        return name.filter(EventsRequest::isName)
                .orElseThrow(() -> RequestFields.wrong(
                        "name",
                        "name must be 1 to 32 letters, digits, hyphens and underscores:"
                                + " events are kept under it while the client is away"));
    }

    private static Set<String> events(String list) throws ProblemException {
        String named = list.equals("all") ? ALL : list;
        if (!EVENTS.matcher(named).matches()) {
            throw RequestFields.wrong(
                    "events", "events must be all, or some of " + ALL.replace(",", ", ") + " with commas in between");
        }
        return new HashSet<>(List.of(named.split(",", -1)));
    }

    private static OptionalLong received(Optional<String> lastEventId) throws ProblemException {
        if (lastEventId.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!ID.matcher(lastEventId.get()).matches()) {
            throw RequestFields.wrong(
                    LAST_EVENT_ID, LAST_EVENT_ID + " must be the id of an event of this stream, unchanged");
        }
        return OptionalLong.of(Long.parseLong(lastEventId.get()));
    }
}
