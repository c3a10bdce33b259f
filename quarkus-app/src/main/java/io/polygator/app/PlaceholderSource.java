package io.polygator.app;

import org.apache.camel.Ordered;
import org.apache.camel.spi.PropertiesSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives the placeholders of routes their values, each by itself. After every value that Camel's own source of the same
 * settings gives, Camel 4.17 reads all settings once more, only to log where that one came from (DefaultPropertiesLookup):
 * with some fifty routes that was most of a start. It asks this one first, and no more when it knows the name.
 */
final class PlaceholderSource implements PropertiesSource, Ordered {

    /** Before Camel's own. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST;
    }

    @Override
    public String getName() {
        return "polygator-placeholders";
    }

    @Override
    public @Nullable String getProperty(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
    }
}
