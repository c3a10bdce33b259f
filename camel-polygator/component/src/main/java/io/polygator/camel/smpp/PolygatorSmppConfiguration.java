package io.polygator.camel.smpp;

import io.polygator.gsm.transport.ClientCertificates;
import java.util.Locale;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** The options of an endpoint; also on the component, as defaults of its endpoints. */
@UriParams
public class PolygatorSmppConfiguration implements Cloneable {
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_SYSTEM_ID = 15;

    @UriParam(defaultValue = "POLYGATOR")
    @Metadata(description = "What the server calls itself in its answers to binds, at most 15 characters")
    private String systemId = "POLYGATOR";

    @UriParam(label = "security")
    @Metadata(
            description =
                    "A second port for SMPP over TLS, such as 3550, with the certificates of sslContextParameters")
    private @Nullable Integer tlsPort;

    @UriParam(label = "security")
    @Metadata(description = "The certificates of tlsPort")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(label = "security", defaultValue = "NONE", enums = "NONE,OPTIONAL,REQUIRED")
    @Metadata(description = "Whether clients of tlsPort must show a certificate that sslContextParameters trusts")
    private ClientCertificates clientCertificates = ClientCertificates.NONE;

    @UriParam(label = "advanced", defaultValue = "30s", javaType = "java.time.Duration")
    @Metadata(description = "How long a peer may be silent before it is asked whether it is there (enquire_link)")
    private long enquireLink = 30_000;

    @UriParam(label = "advanced", defaultValue = "30s", javaType = "java.time.Duration")
    @Metadata(description = "How long the acknowledgement of a deliver_sm is waited for before it is offered again")
    private long responseTimeout = 30_000;

    @UriParam(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration")
    @Metadata(description = "How long a connection may take until it is bound")
    private long bindTimeout = 10_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration")
    @Metadata(
            description =
                    "How long a session may do nothing but enquire_link before it is unbound; without it as long as"
                            + " it likes")
    private @Nullable Long inactivity;

    @UriParam(label = "advanced", defaultValue = "1000")
    @Metadata(description = "How many connections may be open at once")
    private int connections = 1000;

    @UriParam(label = "advanced", defaultValue = "100")
    @Metadata(description = "How many of them may come from one address")
    private int connectionsPerAddress = 100;

    /** An independent copy. */
    public PolygatorSmppConfiguration copy() {
        try {
            return (PolygatorSmppConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    void validate() {
        require(
                !systemId.isBlank() && systemId.length() <= LONGEST_SYSTEM_ID,
                "systemId",
                systemId,
                "1 to 15 characters");
        if (tlsPort != null) {
            require(tlsPort >= 0 && tlsPort <= HIGHEST_PORT, "tlsPort", tlsPort, "a port such as 3550");
            require(
                    sslContextParameters != null,
                    "tlsPort",
                    tlsPort,
                    "it together with sslContextParameters, which hold the server's certificate");
        }
        require(enquireLink > 0, "enquireLink", enquireLink, "a positive duration such as 30s");
        require(responseTimeout > 0, "responseTimeout", responseTimeout, "a positive duration such as 30s");
        require(bindTimeout > 0, "bindTimeout", bindTimeout, "a positive duration such as 10s");
        if (inactivity != null) {
            require(inactivity > 0, "inactivity", inactivity, "a positive duration such as 1h");
        }
        require(connections > 0, "connections", connections, "at least 1");
        require(connectionsPerAddress > 0, "connectionsPerAddress", connectionsPerAddress, "at least 1");
    }

    private static void require(boolean holds, String option, Object value, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "option %s=%s of a polygator-smpp endpoint: use %s", option, value, remedy));
        }
    }

    public String getSystemId() {
        return systemId;
    }

    public void setSystemId(String systemId) {
        this.systemId = systemId;
    }

    public @Nullable Integer getTlsPort() {
        return tlsPort;
    }

    public void setTlsPort(@Nullable Integer tlsPort) {
        this.tlsPort = tlsPort;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public ClientCertificates getClientCertificates() {
        return clientCertificates;
    }

    public void setClientCertificates(ClientCertificates clientCertificates) {
        this.clientCertificates = clientCertificates;
    }

    public long getEnquireLink() {
        return enquireLink;
    }

    public void setEnquireLink(long enquireLink) {
        this.enquireLink = enquireLink;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getBindTimeout() {
        return bindTimeout;
    }

    public void setBindTimeout(long bindTimeout) {
        this.bindTimeout = bindTimeout;
    }

    public @Nullable Long getInactivity() {
        return inactivity;
    }

    public void setInactivity(@Nullable Long inactivity) {
        this.inactivity = inactivity;
    }

    public int getConnections() {
        return connections;
    }

    public void setConnections(int connections) {
        this.connections = connections;
    }

    public int getConnectionsPerAddress() {
        return connectionsPerAddress;
    }

    public void setConnectionsPerAddress(int connectionsPerAddress) {
        this.connectionsPerAddress = connectionsPerAddress;
    }
}
