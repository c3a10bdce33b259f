package io.polygator.gsm.transport.serial;

import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Transport;
import io.polygator.gsm.transport.TransportAddress;

/**
 * The way to a modem on a serial device: {@code /dev/polygator/ttyPGn} of the gateway we run on, or any other TTY. Its
 * links are raw, exclusive, without flow control, and never look at the modem-control lines, which Polygator's driver
 * does not have. Thread-safe.
 */
public final class SerialTransport implements Transport {
    private final SerialPorts ports;
    private final Loop loop;
    private final TransportAddress.Serial address;

    public SerialTransport(SerialPorts ports, Loop loop, TransportAddress.Serial address) {
        this.ports = ports;
        this.loop = loop;
        this.address = address;
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public void connect(LinkListener listener) {
        ports.open(address, loop, listener);
    }
}
