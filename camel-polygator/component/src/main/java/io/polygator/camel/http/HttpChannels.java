package io.polygator.camel.http;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.http.ChannelView;
import io.polygator.http.Json;
import io.polygator.http.ProblemException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the routes {@code http-channels} and {@code http-channel-pause}, {@code …-resume} and {@code …-reset}. */
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

    /** Takes the channel that is to be paused from the path. */
    public void readPause(@Header("name") @Nullable String channel, Message message) throws ProblemException {
        read("pause", channel, message);
    }

    /** Takes the channel whose pause or rest is to end from the path. */
    public void readResume(@Header("name") @Nullable String channel, Message message) throws ProblemException {
        read("resume", channel, message);
    }

    /** Takes the channel whose module is to restart from the path. */
    public void readReset(@Header("name") @Nullable String channel, Message message) throws ProblemException {
        read("reset", channel, message);
    }

    private static void read(String control, @Nullable String channel, Message message) throws ProblemException {
        String name = ChannelPath.of(channel, message);
        Caller.takeOver(message);
        message.setHeader(PolygatorConstants.CHANNELS, name);
        message.setHeader(PolygatorConstants.CONTROL, control);
    }

    /** Answers that the channel does as it was told. */
    public void controlled(
            @Header(PolygatorConstants.CHANNELS) String channel,
            @Header(PolygatorConstants.CONTROL) String control,
            Message message) {
        HttpAnswer.write(message, OK, Json.object().put("channel", channel).put("done", control));
    }
}
