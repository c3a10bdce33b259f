package io.polygator.camel.smpp;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** An SMPP server: ESMEs bind to it, submit messages and get inbound messages and delivery receipts. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = PolygatorSmppComponent.SCHEME,
        title = "Polygator SMPP",
        syntax = "polygator-smpp:host:port",
        category = {Category.MOBILE, Category.MESSAGING})
public class PolygatorSmppEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath
    @Metadata(required = true, description = "The address to listen on: 127.0.0.1, or 0.0.0.0 for all")
    private final String host;

    @UriPath
    @Metadata(required = true, description = "The TCP port to listen on, usually 2775; 0 takes a free one")
    private final int port;

    @UriParam
    private final PolygatorSmppConfiguration configuration;

    private final PolygatorSmppComponent component;

    PolygatorSmppEndpoint(
            String uri,
            PolygatorSmppComponent component,
            String host,
            int port,
            PolygatorSmppConfiguration configuration) {
        super(uri, component);
        this.component = component;
        this.host = host;
        this.port = port;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new PolygatorSmppProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        PolygatorSmppConsumer consumer = new PolygatorSmppConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public PolygatorSmppComponent getComponent() {
        return component;
    }

    @Override
    public String getServiceUrl() {
        return host + ":" + port;
    }

    @Override
    public String getServiceProtocol() {
        return "smpp";
    }

    public String getHost() {
        return host;
    }

    public int getPort() {
        return port;
    }

    public PolygatorSmppConfiguration getConfiguration() {
        return configuration;
    }
}
