package io.polygator.simulator.network;

import io.polygator.gsm.virtualmodem.DeliveryResult;
import io.polygator.gsm.virtualmodem.IncomingTpdu;
import io.polygator.simulator.fault.FaultSource;
import java.util.function.Consumer;

/** A module with a SIM, as the network sees it. Called on the simulator's loop. */
public interface Subscriber {

    /** Whether it is switched on, registered and can be reached. */
    boolean isReachable();

    /** Delivers; the result is told once. */
    void deliver(IncomingTpdu incoming, Consumer<DeliveryResult> result);

    /** What goes wrong on its channel. */
    FaultSource faults();
}
