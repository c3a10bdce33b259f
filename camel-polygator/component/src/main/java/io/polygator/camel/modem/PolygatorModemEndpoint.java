package io.polygator.camel.modem;

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

/** Virtual modems: SMS software connects to them as to GSM modems, sends, and gets inbound messages and reports. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = PolygatorModemComponent.SCHEME,
        title = "Polygator Modem",
        syntax = "polygator-modem:address",
        category = {Category.MOBILE, Category.MESSAGING})
public class PolygatorModemEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath
    @Metadata(
            required = true,
            description = "Where to listen, one port per modem: tcp:HOST:PORT or tcp:HOST:FIRST-LAST, such as"
                    + " tcp:127.0.0.1:9101-9108, or tcp:HOST:FIRST- for as many ports as there are channels")
    private final String address;

    @UriParam
    private final PolygatorModemConfiguration configuration;

    private final PolygatorModemComponent component;
    private final ModemPorts ports;

    PolygatorModemEndpoint(
            String uri,
            PolygatorModemComponent component,
            String address,
            ModemPorts ports,
            PolygatorModemConfiguration configuration) {
        super(uri, component);
        this.component = component;
        this.address = address;
        this.ports = ports;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new PolygatorModemProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        PolygatorModemConsumer consumer = new PolygatorModemConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public PolygatorModemComponent getComponent() {
        return component;
    }

    @Override
    public String getServiceUrl() {
        return address;
    }

    @Override
    public String getServiceProtocol() {
        return "tcp";
    }

    ModemPorts ports() {
        return ports;
    }

    public String getAddress() {
        return address;
    }

    public PolygatorModemConfiguration getConfiguration() {
        return configuration;
    }
}
