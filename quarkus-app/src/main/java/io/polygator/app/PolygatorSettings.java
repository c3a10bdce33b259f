package io.polygator.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The settings below {@code polygator.}; a name that is not here is refused at the start. */
@ConfigMapping(prefix = "polygator")
public interface PolygatorSettings {

    /** The HTTP API. */
    Http http();

    /** Where events go. */
    Webhook webhook();

    /** The virtual modems. */
    Modem modem();

    /** The folder of the routes. */
    @WithDefault("routes")
    String routes();

    /** The demonstration with simulated channels. */
    Demo demo();

    /** The HTTP API. */
    interface Http {
        /** The address to listen on; 0.0.0.0 for all. */
        @WithDefault("127.0.0.1")
        String host();

        @WithDefault("8080")
        int port();

        /** The name that clients send (HTTP Basic). */
        Optional<String> user();

        /** The password that clients send; without it nobody gets in, except in demo mode. */
        Optional<String> password();

        /** Whether timelines and dead letters show whole numbers and texts. */
        @WithDefault("false")
        boolean unmasked();
    }

    /** Where inbound messages and delivery reports are posted. */
    interface Webhook {
        /** An http or https URL; without it events are logged. */
        Optional<String> url();
    }

    /** Virtual modems to which SMS software connects. */
    interface Modem {
        /** Whether they listen. */
        @WithDefault("false")
        boolean enabled();

        /** The address to listen on; others than this machine's own need an account. */
        @WithDefault("127.0.0.1")
        String host();

        /** The TCP ports, one for each modem. */
        @WithDefault("9101-9108")
        String ports();

        /** Which channels they stand for. */
        @WithDefault("all")
        String channels();
    }

    /** The demonstration: as long as no gateway is configured. */
    interface Demo {
        /** The first TCP port of the simulated channels; 0 takes free ones. */
        @WithDefault("30000")
        int port();
    }
}
