package io.polygator.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * Whether an SMSC takes a bind, found out by one that is ended at once. As transmitter: to a receiver it might deliver
 * something.
 *
 * @param systemType empty for none
 */
record SmppBindTrial(String host, int port, String systemId, String password, String systemType) {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /**
     * Binds and unbinds; waits for both.
     *
     * @throws IOException if the SMSC is not there, does not answer or refuses, with its command_status
     */
    void run() throws IOException {
        SMPPSession session = new SMPPSession((host, port) -> connection());
        try {
            session.connectAndBind(
                    host,
                    port,
                    new BindParameter(
                            BindType.BIND_TX,
                            systemId,
                            password,
                            systemType,
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""),
                    ANSWER_WITHIN.toMillis());
        } finally {
            session.unbindAndClose();
        }
    }

    private Connection connection() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT_WITHIN.toMillis()));
            return new SocketConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return systemId + "@" + host + ":" + port;
    }
}
