package io.polygator.gsm.transport.memory;

import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network without sockets: addresses are any text, bytes arrive in order on the loop, and the test chooses where
 * they are cut. To be used on its loop, or by the thread that drives a {@link ManualLoop}.
 */
public final class MemoryNetwork {
    private final Loop loop;
    private final Function<byte[], List<byte[]>> splitter;
    private final Map<String, MemoryAcceptor> acceptors = new HashMap<>();

    /** A network that delivers every write in one piece. */
    public MemoryNetwork(Loop loop) {
        this(loop, bytes -> List.of(bytes));
    }

    /**
     * A network that cuts what is written.
     *
     * @param splitter gives the pieces in which one write arrives; together they must be the write
     */
    public MemoryNetwork(Loop loop, Function<byte[], List<byte[]>> splitter) {
        this.loop = loop;
        this.splitter = splitter;
    }

    /** A way to whoever listens on the address at the moment of each attempt. */
    public Transport transport(String address) {
        return new MemoryTransport(address);
    }

    /** Listens on the address once {@link Acceptor#listen} is called. */
    public Acceptor acceptor(String address) {
        return new MemoryAcceptor(address);
    }

    private final class MemoryTransport implements Transport {
        private final String address;

        MemoryTransport(String address) {
            this.address = address;
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public Loop loop() {
            return loop;
        }

        @Override
        public void connect(LinkListener listener) {
            loop.execute(() -> {
                MemoryAcceptor acceptor = acceptors.get(address);
                if (acceptor == null) {
                    listener.onClosed(new LinkClosed(Cause.UNREACHABLE, "nobody listens on " + address));
                } else {
                    acceptor.accept(listener);
                }
            });
        }
    }

    private final class MemoryAcceptor implements Acceptor {
        private final String address;
        private final List<MemoryLink> links = new ArrayList<>();
        private @Nullable Supplier<LinkListener> listeners;

        MemoryAcceptor(String address) {
            this.address = address;
        }

        @Override
        public String listen(Supplier<LinkListener> newListeners) {
            listeners = newListeners;
            acceptors.put(address, this);
            return address;
        }

        void accept(LinkListener client) {
            Supplier<LinkListener> source = listeners;
            if (source == null) {
                client.onClosed(new LinkClosed(Cause.UNREACHABLE, "nobody listens on " + address));
                return;
            }
            MemoryLink clientSide = new MemoryLink(client, address);
            MemoryLink serverSide = new MemoryLink(source.get(), "client of " + address);
            clientSide.other = serverSide;
            serverSide.other = clientSide;
            links.removeIf(link -> !link.open);
            links.add(serverSide);
            serverSide.listener.onOpen(serverSide);
            client.onOpen(clientSide);
        }

        @Override
        public void close() {
            acceptors.remove(address, this);
            listeners = null;
            List.copyOf(links).forEach(MemoryLink::close);
            links.clear();
        }
    }

    private final class MemoryLink implements Link {
        private final LinkListener listener;
        private final String peer;
        private @Nullable MemoryLink other;
        private boolean open = true;

        MemoryLink(LinkListener listener, String peer) {
            this.listener = listener;
            this.peer = peer;
        }

        @Override
        public Loop loop() {
            return loop;
        }

        @Override
        public String peer() {
            return peer;
        }

        @Override
        public void write(byte[] bytes) {
            MemoryLink receiver = other;
            if (!open || receiver == null) {
                return;
            }
            for (byte[] piece : splitter.apply(bytes)) {
                loop.execute(() -> {
                    if (receiver.open) {
                        receiver.listener.onBytes(piece);
                    }
                });
            }
        }

        @Override
        public void close() {
            MemoryLink peerSide = other;
            end(Cause.LOCAL, "closed here");
            if (peerSide != null) {
                peerSide.end(Cause.PEER, "closed by the other end");
            }
        }

        private void end(Cause cause, String detail) {
            loop.execute(() -> {
                if (open) {
                    open = false;
                    listener.onClosed(new LinkClosed(cause, detail));
                }
            });
        }
    }
}
