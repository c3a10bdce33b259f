package io.polygator.simulator.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which faults happen: by chance with a rate each, or at chosen moments. A value: the same plan gives the same faults
 * on every run that asks in the same order. Immutable.
 */
public final class FaultPlan {
    /**
     * Every +CMS error that a driver must know what to do with (3GPP TS 27.005 §3.2.5 and vendors' own), but for 197 and 340,
     * which say that there is nothing to be done.
     */
    public static final List<Integer> ALL_ERRORS = List.of(
            1, 8, 10, 17, 21, 22, 27, 28, 29, 30, 38, 41, 42, 47, 50, 69, 81, 95, 96, 97, 98, 99, 111, 127, 128, 129,
            130, 143, 144, 145, 159, 160, 161, 175, 176, 192, 193, 194, 195, 196, 198, 199, 208, 209, 210, 211, 212,
            213, 224, 254, 255, 300, 301, 302, 303, 304, 305, 310, 311, 312, 313, 314, 315, 316, 317, 318, 320, 321,
            322, 330, 331, 332, 500, 512, 513, 514, 515, 517, 528, 529, 530, 531, 532, 533, 534, 536, 537, 538, 539,
            540);

    private static final FaultPlan NONE = new FaultPlan(0, Map.of(), List.of(), List.of(38));

    private final long seed;
    private final Map<Fault, Double> rates;
    private final List<Scripted> script;
    private final List<Integer> errors;

    private FaultPlan(long seed, Map<Fault, Double> rates, List<Scripted> script, List<Integer> errors) {
        this.seed = seed;
        this.rates = Map.copyOf(rates);
        this.script = List.copyOf(script);
        this.errors = List.copyOf(errors);
    }

    /** Nothing goes wrong. */
    public static FaultPlan none() {
        return NONE;
    }

    /** Nothing goes wrong yet; chances are drawn from this seed, for each channel on its own. */
    public static FaultPlan seeded(long seed) {
        return new FaultPlan(seed, Map.of(), List.of(), ALL_ERRORS);
    }

    /** Everything that can go wrong does, each now and then: about every third message meets a fault. */
    public static FaultPlan storm(long seed) {
        FaultPlan plan = seeded(seed);
        for (Fault fault : Fault.values()) {
            plan = plan.with(fault, fault == Fault.ERROR ? 0.10 : 0.02);
        }
        return plan;
    }

    /**
     * Reads {@code error:0.05,no-prompt:0.01}, or {@code storm}, or {@code none}.
     *
     * @throws IllegalArgumentException if the text is none of these, naming the part that is wrong
     */
    public static FaultPlan parse(String text, long seed) {
        return switch (text) {
            case "none" -> seeded(seed);
            case "storm" -> storm(seed);
            default -> parseRates(text, seed);
        };
    }

    /**
     * Lets the fault happen by chance.
     *
     * @param rate from 0 (never) to 1 (always); the rates of one occasion should not add up to more than 1
     * @throws IllegalArgumentException if the rate is out of range
     */
    public FaultPlan with(Fault fault, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("the rate of " + fault.text() + " must be from 0 to 1, was " + rate);
        }
        Map<Fault, Double> more = new EnumMap<>(Fault.class);
        more.putAll(rates);
        more.put(fault, rate);
        return new FaultPlan(seed, more, script, errors);
    }

    /**
     * Lets the fault happen once.
     *
     * @param channel counted from 0
     * @param time which of the fault's occasions on that channel, counted from 1
     */
    public FaultPlan at(int channel, int time, Fault fault) {
        List<Scripted> more = new ArrayList<>(script);
        more.add(new Scripted(channel, time, fault));
        return new FaultPlan(seed, rates, more, errors);
    }

    /** The numbers from which {@link Fault#ERROR} and {@link Fault#ERROR_BEFORE_PROMPT} are drawn; at least one. */
    public FaultPlan withErrors(Integer... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("a plan needs at least one +CMS error number");
        }
        return new FaultPlan(seed, rates, script, Arrays.asList(numbers));
    }

    /** The faults of one channel, counted from 0. */
    public FaultSource forChannel(int channel) {
        return new FaultSource(
                seed,
                channel,
                rates,
                script.stream().filter(entry -> entry.channel == channel).toList(),
                errors);
    }

    private static FaultPlan parseRates(String text, long seed) {
        FaultPlan plan = seeded(seed);
        for (String part : text.split(",", -1)) {
            String[] nameAndRate = part.strip().split(":", -1);
            if (nameAndRate.length != 2) {
                throw new IllegalArgumentException(
                        "fault \"" + part + "\": write name:rate as in no-prompt:0.01, or storm, or none");
            }
            plan = plan.with(faultNamed(nameAndRate[0]), rateOf(nameAndRate[1], part));
        }
        return plan;
    }

    private static Fault faultNamed(String name) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault \"" + name + "\" is unknown; choose from "
                        + String.join(
                                ", ",
                                Arrays.stream(Fault.values()).map(Fault::text).toList())));
    }

    private static double rateOf(String text, String part) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("fault \"" + part + "\": the rate must be a number from 0 to 1", e);
        }
    }

    record Scripted(int channel, int time, Fault fault) {}
}
