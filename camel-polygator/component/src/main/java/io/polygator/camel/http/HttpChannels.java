package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.http.ChannelView;
import io.polygator.http.Problem;
import io.polygator.http.ProblemException;
import io.polygator.http.UssdRequest;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the routes {@code http-channels} and {@code http-ussd}. */
public final class HttpChannels {
    private static final int OK = 200;

    /** Asks for the channels that the caller may use. */
    public void readQuery(Message message) {
        Caller.takeOver(message);
    }

    /** Answers with the channels. */
    public void list(@Body List<ChannelStatus> channels, Message message) {
        HttpAnswer.write(
                message,
                OK,
                Map.of("channels", channels.stream().map(ChannelView::of).toList()));
    }

    /** Takes the channel from the path and the code from the body. */
    public void readUssd(@Body String json, @Header("name") @Nullable String channel, Message message)
            throws ProblemException {
        if (channel == null) {
            throw new ProblemException(Problem.notFound("the path names no channel: /v1/channels/NAME/ussd"));
        }
        UssdRequest request = UssdRequest.read(json);
        Caller.takeOver(message);
        message.setHeader(PolygatorConstants.CHANNELS, channel);
        message.setBody(request.code());
    }

    /** Answers with the network's reply. */
    public void ussd(@Body String text, @Header(PolygatorConstants.USSD_STATUS) String status, Message message) {
        HttpAnswer.write(message, OK, Map.of("status", status, "text", text));
    }
}
