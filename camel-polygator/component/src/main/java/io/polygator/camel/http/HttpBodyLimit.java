package io.polygator.camel.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.polygator.http.Problem;
import java.util.List;
import java.util.Locale;

/**
 * Collects the body of a request up to a limit. One that is larger, or is announced to be, is refused at once as a problem,
 * and the connection ends with it: nobody reads the rest. Event loop of its connection only.
 */
final class HttpBodyLimit extends HttpObjectAggregator {
    private boolean refused;

    /** @param octets the most that a body may have */
    HttpBodyLimit(int octets) {
        // who asks before it sends is refused before it sends
        super(octets, true);
    }

    @Override
    protected void decode(ChannelHandlerContext context, HttpObject message, List<Object> out) throws Exception {
        if (!refused) {
            super.decode(context, message, out);
        }
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        refused = true;
        HttpRefusal.writeUnread(context, (HttpRequest) oversized, problem());
    }

    @Override
    protected Object newContinueResponse(HttpMessage start, int octets, ChannelPipeline pipeline) {
        Object answer = super.newContinueResponse(start, octets, pipeline);
        if (answer instanceof FullHttpResponse response
                && response.status().equals(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE)) {
            ByteBuf camels = response.content();
            camels.release();
            return HttpRefusal.response((HttpRequest) start, problem());
        }
        return answer;
    }

    private Problem problem() {
        return Problem.tooLarge(
                String.format(Locale.ROOT, "the body has more than %,d octets, which is the most", maxContentLength()));
    }
}
