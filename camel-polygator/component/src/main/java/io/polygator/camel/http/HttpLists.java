package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.PageMark;
import io.polygator.http.InboundView;
import io.polygator.http.ListRequest;
import io.polygator.http.MessageView;
import io.polygator.http.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the routes {@code http-list} and {@code http-inbound}. */
public final class HttpLists {
    private static final int OK = 200;

    /** Takes the filters and the place of the page from the query. */
    public void readOutbound(@Header(Exchange.HTTP_RAW_QUERY) @Nullable String query, Message message)
            throws ProblemException {
        ask(ListRequest.outbound(query), message);
    }

    /** The same for messages that came in. */
    public void readInbound(@Header(Exchange.HTTP_RAW_QUERY) @Nullable String query, Message message)
            throws ProblemException {
        ask(ListRequest.inbound(query), message);
    }

    private static void ask(ListRequest request, Message message) {
        Caller.takeOver(message);
        if (!request.states().isEmpty()) {
            message.setHeader(
                    PolygatorConstants.STATE,
                    request.states().stream().map(MessageState::name).collect(Collectors.joining(",")));
        }
        set(message, PolygatorConstants.FROM, request.from());
        set(message, PolygatorConstants.TO, request.to());
        set(message, PolygatorConstants.CHANNEL, request.channel());
        set(message, PolygatorConstants.CLIENT_REFERENCE, request.reference());
        set(message, PolygatorConstants.SINCE, request.since());
        set(message, PolygatorConstants.UNTIL, request.until());
        set(message, PolygatorConstants.AFTER, request.after().map(PageMark::format));
        message.setHeader(PolygatorConstants.LIMIT, request.limit());
    }

    private static void set(Message message, String header, Optional<?> value) {
        value.ifPresent(known -> message.setHeader(header, known));
    }

    /** Answers with a page of what was sent. */
    public void outbound(
            @Body List<MessageStatus> found, @Header(PolygatorConstants.NEXT) @Nullable String next, Message message) {
        answer(found.stream().map(MessageView::of).toList(), next, message);
    }

    /** Answers with a page of what came in. */
    public void inbound(
            @Body List<InboundMessage> found, @Header(PolygatorConstants.NEXT) @Nullable String next, Message message) {
        answer(found.stream().map(InboundView::of).toList(), next, message);
    }

    private static void answer(List<?> messages, @Nullable String next, Message message) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("messages", messages);
        if (next != null) {
            answer.put("next", next);
        }
        HttpAnswer.write(message, OK, answer);
    }
}
