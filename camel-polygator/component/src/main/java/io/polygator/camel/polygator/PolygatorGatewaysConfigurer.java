package io.polygator.camel.polygator;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Makes a gateway's entry when one of its properties is set; found by Camel as the configurer of the map. */
public final class PolygatorGatewaysConfigurer implements PropertyConfigurer, PropertyConfigurerGetter {

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        if (value instanceof PolygatorGatewayConfiguration gateway) {
            ((PolygatorGateways) target).put(name, gateway);
            return true;
        }
        return false;
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return PolygatorGatewayConfiguration.class;
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return ((PolygatorGateways) target).computeIfAbsent(name, any -> new PolygatorGatewayConfiguration());
    }
}
