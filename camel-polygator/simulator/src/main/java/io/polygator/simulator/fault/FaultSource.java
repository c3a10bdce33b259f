package io.polygator.simulator.fault;

import io.polygator.simulator.fault.Fault.Occasion;
import io.polygator.simulator.fault.FaultPlan.Scripted;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The faults of one channel, drawn one by one. To be used on the simulator's loop only. */
public final class FaultSource {
    private static final long CHANNEL_STEP = 0x9E37_79B9_7F4A_7C15L;

    private final SplittableRandom random;
    private final Map<Fault, Double> rates;
    private final List<Scripted> script;
    private final List<Integer> errors;
    private final Map<Occasion, Integer> times = new EnumMap<>(Occasion.class);

    FaultSource(long seed, int channel, Map<Fault, Double> rates, List<Scripted> script, List<Integer> errors) {
        this.random = new SplittableRandom(seed + CHANNEL_STEP * (channel + 1L));
        this.rates = rates;
        this.script = script;
        this.errors = errors;
    }

    /** What goes wrong this time, if anything. */
    public Optional<Fault> draw(Occasion occasion) {
        int time = times.merge(occasion, 1, Integer::sum);
        Optional<Fault> scripted = script.stream()
                .filter(entry -> entry.time() == time && entry.fault().occasion() == occasion)
                .map(Scripted::fault)
                .findFirst();
        return scripted.isPresent() ? scripted : byChance(occasion);
    }

    /** The number of the next +CMS error. */
    public int drawError() {
        return errors.get(random.nextInt(errors.size()));
    }

    /** A number from 0 (inclusive) to 1 (exclusive), for whatever else is left to chance on this channel. */
    public double chance() {
        return random.nextDouble();
    }

    private Optional<Fault> byChance(Occasion occasion) {
        if (rates.keySet().stream().noneMatch(fault -> fault.occasion() == occasion)) {
            return Optional.empty();
        }
        double left = random.nextDouble();
        for (Fault fault : Fault.values()) {
            if (fault.occasion() == occasion) {
                left -= rates.getOrDefault(fault, 0.0);
                if (left < 0) {
                    return Optional.of(fault);
                }
            }
        }
        return Optional.empty();
    }
}
