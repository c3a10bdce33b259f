package io.polygator.camel.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.http.HttpServerInitializerFactory;
import org.apache.camel.component.netty.http.NettyHttpConsumer;

/** The pipeline of a connection as Camel has it, with our own answer to a body that is too large. */
final class HttpDoorPipeline extends HttpServerInitializerFactory {
    private static final String AGGREGATOR = "aggregator";

    HttpDoorPipeline(NettyHttpConsumer consumer) {
        super(consumer);
    }

    @Override
    public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
        return new HttpDoorPipeline((NettyHttpConsumer) consumer);
    }

    @Override
    protected void initChannel(Channel channel) throws Exception {
        super.initChannel(channel);
        // a route that reads its body as a stream has no aggregator
        if (channel.pipeline().get(AGGREGATOR) instanceof HttpObjectAggregator camels) {
            channel.pipeline().replace(camels, AGGREGATOR, new HttpBodyLimit(camels.maxContentLength()));
        }
    }
}
