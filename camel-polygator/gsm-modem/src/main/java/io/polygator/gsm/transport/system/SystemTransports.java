package io.polygator.gsm.transport.system;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportFactory;
import io.polygator.gsm.transport.netty.NettyLoop;
import io.polygator.gsm.transport.netty.NettyLoops;
import io.polygator.gsm.transport.netty.TcpLimits;
import io.polygator.gsm.transport.netty.TcpTransport;
import io.polygator.gsm.transport.serial.SerialPorts;
import io.polygator.gsm.transport.serial.SerialTransport;

/**
 * Reaches modems over TCP and over serial devices, all on one small set of threads. Whoever makes one closes it; closing
 * ends all of its links. Thread-safe.
 */
public final class SystemTransports implements TransportFactory, AutoCloseable {
    private final NettyLoops loops;
    private final SerialPorts ports = new SerialPorts();
    private final TcpLimits limits;

    /** Transports with the usual number of threads and the usual limits. */
    public SystemTransports() {
        this(new NettyLoops(), TcpLimits.defaults());
    }

    /**
     * Transports on the given loops.
     *
     * @param loops closed together with this
     */
    public SystemTransports(NettyLoops loops, TcpLimits limits) {
        this.loops = loops;
        this.limits = limits;
    }

    /** One of the loops on which the links live, for whoever works with them. */
    public Loop loop() {
        return loops.next();
    }

    @Override
    public Transport transport(TransportAddress address) {
        NettyLoop loop = loops.next();
        if (address instanceof TransportAddress.Tcp tcp) {
            return new TcpTransport(loop, tcp, limits);
        }
        return new SerialTransport(ports, loop, (TransportAddress.Serial) address);
    }

    @Override
    public void close() {
        ports.close();
        loops.close();
    }
}
