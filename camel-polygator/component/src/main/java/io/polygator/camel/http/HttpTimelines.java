package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.http.TimelineView;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** The last step of the route {@code http-timeline}. */
public final class HttpTimelines {
    private static final int OK = 200;

    /** Answers with what happened to a message; with whole numbers for those who may see them. */
    public void answer(
            @Body List<TimelineEntry> entries, @Header(PolygatorConstants.MESSAGE_ID) String id, Message message) {
        HttpAnswer.write(
                message, OK, TimelineView.of(id, entries, Caller.has(HttpScope.UNMASKED, message.getExchange())));
    }
}
