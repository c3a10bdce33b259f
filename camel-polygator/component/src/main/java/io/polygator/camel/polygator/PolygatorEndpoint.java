package io.polygator.camel.polygator;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DoubtPolicy;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** Send and receive SMS, USSD and calls over the channels of GSM gateways. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = PolygatorConstants.SCHEME,
        title = "Polygator",
        syntax = "polygator:channels",
        category = {Category.MOBILE, Category.MESSAGING},
        headersClass = PolygatorConstants.class)
public class PolygatorEndpoint extends DefaultEndpoint implements MultipleConsumersSupport, EndpointServiceLocation {

    @UriPath
    @Metadata(
            required = true,
            description = "Which channels: all, a gateway (g8), a channel (g8-3), group:NAME, or an address"
                    + " (tcp:192.168.2.154:9101-9108, serial:/dev/polygator/ttyPG0)")
    private final String channels;

    @UriParam
    private final PolygatorConfiguration configuration;

    @UriParam(label = "producer", enums = "HOLD,RETRY,FAIL")
    @Metadata(
            description = "What is done about a segment of which nobody can know whether the network took it, once"
                    + " waiting did not tell: HOLD it as unconfirmed, RETRY and mark it as a possible duplicate, or let"
                    + " it FAIL. Without it the gateway that sent it decides")
    private @Nullable DoubtPolicy doubt;

    private final PolygatorComponent component;

    PolygatorEndpoint(String uri, PolygatorComponent component, String channels, PolygatorConfiguration configuration) {
        super(uri, component);
        this.component = component;
        this.channels = channels;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new PolygatorProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        PolygatorConsumer consumer = new PolygatorConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** The channels that the path names; those of an address are defined when they are not yet. */
    ChannelChoice choice() {
        if (ChannelAddresses.isAddress(channels)) {
            PolygatorGatewayConfiguration inline = new PolygatorGatewayConfiguration();
            inline.setAddress(channels);
            inline.setModule(configuration.getModule());
            return openGateway().inline(inline);
        }
        return openGateway().choice(channels);
    }

    /** Without a store only the network's answer can complete an exchange. */
    CompleteOn completeOn() {
        return component.getStore() == StoreKind.none ? CompleteOn.network : configuration.getCompleteOn();
    }

    OpenGateway openGateway() {
        return component.openGateway();
    }

    @Override
    public PolygatorComponent getComponent() {
        return component;
    }

    /** Several routes may hear the same channels. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        if (ChannelAddresses.isAddress(channels)) {
            return channels;
        }
        PolygatorGatewayConfiguration gateway = component.getGateways().get(channels);
        return gateway == null ? channels : gateway.getAddress();
    }

    @Override
    public @Nullable String getServiceProtocol() {
        String url = getServiceUrl();
        return ChannelAddresses.isAddress(url) ? url.substring(0, url.indexOf(':')) : "gsm";
    }

    public String getChannels() {
        return channels;
    }

    public @Nullable DoubtPolicy getDoubt() {
        return doubt;
    }

    public void setDoubt(@Nullable DoubtPolicy doubt) {
        this.doubt = doubt;
    }

    public PolygatorConfiguration getConfiguration() {
        return configuration;
    }
}
