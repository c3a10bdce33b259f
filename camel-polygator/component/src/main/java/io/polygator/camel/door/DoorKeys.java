package io.polygator.camel.door;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The option {@code sslContextParameters} of a door: its certificates, and whose certificates of clients it trusts. */
public final class DoorKeys {
    private DoorKeys() {}

    /**
     * Reads them.
     *
     * @param scheme of the door's endpoints
     * @throws IllegalArgumentException if they cannot be used
     */
    public static SSLContext of(String scheme, SSLContextParameters parameters, CamelContext context) {
        try {
            return parameters.createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "option sslContextParameters of a " + scheme + " endpoint cannot be used: " + e.getMessage(), e);
        }
    }
}
