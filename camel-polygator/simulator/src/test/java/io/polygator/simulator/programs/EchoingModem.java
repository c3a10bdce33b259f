package io.polygator.simulator.programs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportAddress.Tcp;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.TcpAcceptor;
import io.polygator.gsm.transport.netty.TcpLimits;
import org.jspecify.annotations.Nullable;

/** The least that a modem does: repeats the command and says OK. */
final class EchoingModem implements AutoCloseable {
    private final Acceptor acceptor;
    private final int port;

    EchoingModem(NettyLoops loops) throws LinkException {
        acceptor = new TcpAcceptor(loops.next(), 0, TcpLimits.defaults());
        port = ((Tcp) TransportAddress.parse(acceptor.listen(Answering::new))).port();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        acceptor.close();
    }

    private static final class Answering implements LinkListener {
        private @Nullable Link link;

        @Override
        public void onOpen(Link opened) {
            link = opened;
        }

        @Override
        public void onBytes(byte[] bytes) {
            Link open = link;
            if (open != null) {
                open.write(bytes);
                if (new String(bytes, US_ASCII).endsWith("\r")) {
                    open.write("\r\nOK\r\n".getBytes(US_ASCII));
                }
            }
        }

        @Override
        public void onClosed(LinkClosed closed) {
            link = null;
        }
    }
}
