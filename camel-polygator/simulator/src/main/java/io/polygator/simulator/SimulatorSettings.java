package io.polygator.simulator;

import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.module.BootTiming;
import io.polygator.simulator.module.LineSpeed;
import io.polygator.simulator.module.Personality;
import io.polygator.simulator.module.UssdMenu;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.network.NumberRule;
import io.polygator.simulator.port.SecondClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What {@link SimulatorBuilder} has collected. */
record SimulatorSettings(
        int channels,
        List<Personality> modules,
        Duration idleTimeout,
        SecondClient secondClient,
        FaultPlan faults,
        Latency sendLatency,
        Latency transitLatency,
        Latency deleteLatency,
        LineSpeed lineSpeed,
        BootTiming bootTiming,
        StartState startState,
        Optional<String> pin,
        int simSlots,
        NetworkOperator operator,
        NumberRule otherNumbers,
        UssdMenu ussd) {
    static final int MOST_CHANNELS = 256;

    SimulatorSettings {
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new IllegalArgumentException("channels must be 1.." + MOST_CHANNELS + ", was " + channels);
        }
        if (idleTimeout.isNegative()) {
            throw new IllegalArgumentException("idleTimeout must not be negative, was " + idleTimeout);
        }
        if (simSlots < 1 || simSlots > 255) {
            throw new IllegalArgumentException("simSlots must be 1..255, was " + simSlots);
        }
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("modules must name at least one module type");
        }
        if (pin.isPresent() && !pin.get().matches("[0-9]{4,8}")) {
            throw new IllegalArgumentException("pin must be 4 to 8 digits");
        }
        modules = List.copyOf(modules);
    }

    Personality moduleOf(int channel) {
        return modules.get(channel % modules.size());
    }
}
