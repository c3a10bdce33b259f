package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.http.TimelineView;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** The last step of the route {@code http-timeline}. */
public final class HttpTimelines {
    private static final int OK = 200;

    private final boolean unmasked;

    /** @param unmasked whether the users of the API may see whole numbers */
    public HttpTimelines(boolean unmasked) {
        this.unmasked = unmasked;
    }

    /** Answers with what happened to a message. */
    public void answer(
            @Body List<TimelineEntry> entries, @Header(PolygatorConstants.MESSAGE_ID) String id, Message message) {
        HttpAnswer.write(message, OK, TimelineView.of(id, entries, unmasked));
    }
}
