package io.polygator.http.client;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;

/** Where a call goes: a scheme, a host and a port. */
record Target(boolean encrypted, String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Target of(URI uri) {
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        int usual = encrypted ? HTTPS : HTTP;
        return new Target(encrypted, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort());
    }

    /** Its name is looked up when the connection is made, and not by Java, whose look-up blocks. */
    InetSocketAddress unresolved() {
        return InetSocketAddress.createUnresolved(bareHost(), port);
    }

    /** Without the brackets of an IPv6 address. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** As the header Host says it (RFC 9110 §7.2). */
    String authority() {
        return port == (encrypted ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return (encrypted ? "https://" : "http://") + authority();
    }
}
