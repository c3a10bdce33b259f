package io.polygator.camel.modem;

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
public class PolygatorModemConfiguration implements Cloneable {
    private static final int MOST_SLOTS = 1000;
    private static final int MOST_CLIENTS = 64;
    private static final int MOST_WAITING = 19_000;

    @UriParam(defaultValue = "all")
    @Metadata(
            description =
                    "Which channels the modems stand for: all, a gateway, a channel or group:NAME. One port stands"
                            + " for all of them together; as many ports as there are channels stand for one each. A list with as"
                            + " many entries as there are ports, separated by commas, has an entry for each port")
    private String channels = "all";

    @UriParam(label = "security")
    @Metadata(
            description =
                    "The account whose networks, rights, budget, claim to inbound messages and AT commands apply to"
                            + " the clients. Without it they must come from this machine, and may send to everybody")
    private @Nullable String account;

    @UriParam(label = "security", defaultValue = "none", enums = "none,optional,required")
    @Metadata(
            description =
                    "Who must log in to the account with AT+LOGIN=\"user\",\"secret\": nobody (none), who comes from"
                            + " another machine (optional), or everybody (required)")
    private Login login = Login.none;

    @UriParam(defaultValue = "network", enums = "network,durable")
    @Metadata(
            description = "When a client's message is answered: once the network has taken or refused it, or once it is"
                    + " stored, which is faster and leaves refusals to the status report")
    private Answer answer = Answer.network;

    @UriParam(defaultValue = "100")
    @Metadata(
            description = "How many messages each modem shows its clients at once, 1 to 1000; what comes beyond waits")
    private int capacity = 100;

    @UriParam(defaultValue = "10000")
    @Metadata(
            description =
                    "How many more messages wait for each modem until some of those that it shows are deleted, 0 to"
                            + " 19000; one for which there is no room then is a dead letter")
    private int maxWaiting = 10_000;

    @UriParam(defaultValue = "4")
    @Metadata(description = "How many clients may be connected to one port at once, 1 to 64")
    private int maxClients = 4;

    @UriParam(label = "security")
    @Metadata(
            description =
                    "Further ports of the same modems for clients over TLS, in their order and as many: a range such as"
                            + " 9201-9208, several separated by commas, or 9201- for as many as it takes; with the certificates of sslContextParameters")
    private @Nullable String tlsPorts;

    @UriParam(label = "security")
    @Metadata(description = "The address on which tlsPorts listen, if another than that of the modem's own port")
    private @Nullable String tlsHost;

    @UriParam(label = "security")
    @Metadata(description = "The certificates of tlsPorts")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(label = "security", defaultValue = "NONE", enums = "NONE,OPTIONAL,REQUIRED")
    @Metadata(description = "Whether clients of tlsPorts must show a certificate that sslContextParameters trusts")
    private ClientCertificates clientCertificates = ClientCertificates.NONE;

    /** Who must log in. */
    public enum Login {
        none,
        /** Who comes from another machine. */
        optional,
        required
    }

    /** When a client's message is answered. */
    public enum Answer {
        network,
        durable
    }

    /** An independent copy. */
    public PolygatorModemConfiguration copy() {
        try {
            return (PolygatorModemConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    void validate() {
        require(!channels.isBlank(), "channels", channels, "all, a gateway, a channel or group:NAME");
        require(capacity > 0 && capacity <= MOST_SLOTS, "capacity", capacity, "1 to " + MOST_SLOTS);
        require(maxWaiting >= 0 && maxWaiting <= MOST_WAITING, "maxWaiting", maxWaiting, "0 to " + MOST_WAITING);
        require(maxClients > 0 && maxClients <= MOST_CLIENTS, "maxClients", maxClients, "1 to " + MOST_CLIENTS);
        require(
                login == Login.none || account != null,
                "login",
                login,
                "it together with account, which is what clients log in to");
        if (tlsPorts != null) {
            require(
                    sslContextParameters != null,
                    "tlsPorts",
                    tlsPorts,
                    "it together with sslContextParameters, which hold the server's certificate");
        }
    }

    private static void require(boolean holds, String option, Object value, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "option %s=%s of a polygator-modem endpoint: use %s", option, value, remedy));
        }
    }

    public String getChannels() {
        return channels;
    }

    public void setChannels(String channels) {
        this.channels = channels;
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account == null || account.isBlank() ? null : account;
    }

    public Login getLogin() {
        return login;
    }

    public void setLogin(Login login) {
        this.login = login;
    }

    public Answer getAnswer() {
        return answer;
    }

    public void setAnswer(Answer answer) {
        this.answer = answer;
    }

    public int getCapacity() {
        return capacity;
    }

    public void setCapacity(int capacity) {
        this.capacity = capacity;
    }

    public int getMaxWaiting() {
        return maxWaiting;
    }

    public void setMaxWaiting(int maxWaiting) {
        this.maxWaiting = maxWaiting;
    }

    public int getMaxClients() {
        return maxClients;
    }

    public void setMaxClients(int maxClients) {
        this.maxClients = maxClients;
    }

    public @Nullable String getTlsPorts() {
        return tlsPorts;
    }

    public void setTlsPorts(@Nullable String tlsPorts) {
        this.tlsPorts = tlsPorts == null || tlsPorts.isBlank() ? null : tlsPorts;
    }

    public @Nullable String getTlsHost() {
        return tlsHost;
    }

    public void setTlsHost(@Nullable String tlsHost) {
        this.tlsHost = tlsHost == null || tlsHost.isBlank() ? null : tlsHost;
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
}
