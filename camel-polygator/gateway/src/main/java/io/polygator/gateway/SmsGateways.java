package io.polygator.gateway;

import io.polygator.gateway.channel.FilePinLedger;
import io.polygator.gateway.channel.MemoryPinLedger;
import io.polygator.gateway.channel.ModemPorts;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gsm.modem.PinLedger;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.TransportAddress;
import io.polygator.gsm.transport.TransportFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Opens gateways. */
public final class SmsGateways {
    private SmsGateways() {}

    /**
     * A gateway that is ready to have channels defined and messages submitted.
     *
     * @param store where messages are kept; the gateway closes it when it is closed
     * @param loop on which the gateway works; it may share it with modems
     * @param transports the ways to modems
     * @throws UncheckedIOException if the record of PIN attempts cannot be read
     */
    public static SmsGateway open(
            GatewaySettings settings, MessageStore store, Loop loop, TransportFactory transports) {
        return open(settings, store, loop, transports, new SecureRandom());
    }

    /**
     * The same with chance in the caller's hands: on a loop whose time is too, a run can be repeated exactly.
     *
     * @param random what identifiers and the spread of waits are drawn from
     */
    public static SmsGateway open(
            GatewaySettings settings,
            MessageStore store,
            Loop loop,
            TransportFactory transports,
            RandomGenerator random) {
        ModemPorts.Transports ways = (channel, address) -> transports.transport(TransportAddress.parse(address));
        return open(settings, store, loop, realModems(settings, ways), random);
    }

    /** The same with ways that may depend on the channel, as a transcript of each channel does. */
    public static SmsGateway open(
            GatewaySettings settings, MessageStore store, Loop loop, ModemPorts.Transports transports) {
        return open(settings, store, loop, realModems(settings, transports));
    }

    /** The same with modems of the caller's making, for tests. */
    public static SmsGateway open(GatewaySettings settings, MessageStore store, Loop loop, ModemPorts ports) {
        return open(settings, store, loop, ports, new SecureRandom());
    }

    private static SmsGateway open(
            GatewaySettings settings, MessageStore store, Loop loop, ModemPorts ports, RandomGenerator random) {
        GatewayEngine engine = new GatewayEngine(settings, store, loop, ports, random);
        engine.start();
        return engine;
    }

    private static ModemPorts realModems(GatewaySettings settings, ModemPorts.Transports transports) {
        PinLedger pins = settings.pinDirectory().map(SmsGateways::fileLedger).orElseGet(MemoryPinLedger::new);
        return ModemPorts.over(transports, pins);
    }

    private static PinLedger fileLedger(Path directory) {
        try {
            return new FilePinLedger(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the PIN attempts in " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
