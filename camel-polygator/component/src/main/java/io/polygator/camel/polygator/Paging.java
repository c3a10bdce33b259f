package io.polygator.camel.polygator;

import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.Page;
import io.polygator.gateway.message.PageMark;
import java.util.Optional;
import org.apache.camel.Message;

/** The headers by which lists are read page by page. */
final class Paging {
    private static final int USUAL_LIMIT = 100;

    private Paging() {}

    static int limit(Message message) {
        return Headers.number(message, PolygatorConstants.LIMIT, MessageQuery.HIGHEST_LIMIT)
                .orElse(USUAL_LIMIT);
    }

    /** Where the page before ended. */
    static Optional<PageMark> after(Message message) {
        Optional<String> text = Headers.text(message, PolygatorConstants.AFTER);
        try {
            return text.map(PageMark::parse);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Headers.describe(PolygatorConstants.AFTER) + "=" + text.orElse("")
                            + ": use what the page before gave as " + PolygatorConstants.NEXT,
                    e);
        }
    }

    /** The body becomes the list; a header tells where the next page begins. */
    static void write(Page<?> page, Message message) {
        message.setBody(page.items());
        message.removeHeader(PolygatorConstants.NEXT);
        page.next().map(PageMark::format).ifPresent(next -> message.setHeader(PolygatorConstants.NEXT, next));
    }
}
