package io.polygator.smpp.esme;

import java.util.EnumSet;
import java.util.Set;

/**
 * How an account may bind.
 *
 * @param types kinds of bind that it may ask for
 * @param most how many sessions it may have at once, at least 1
 * @param strictness whether a 3.3 peer may be a transceiver, and unknown TON and NPI pass
 */
public record BindRules(Set<BindType> types, int most, Strictness strictness) {
    public BindRules {
        types = Set.copyOf(types);
        if (most < 1) {
            throw new IllegalArgumentException("an account needs at least 1 bind, was " + most);
        }
    }

    /** Every kind, ten sessions, lenient. */
    public static BindRules standard() {
        return new BindRules(EnumSet.allOf(BindType.class), 10, Strictness.LENIENT);
    }

    public BindRules withTypes(Set<BindType> others) {
        return new BindRules(others, most, strictness);
    }

    public BindRules withMost(int other) {
        return new BindRules(types, other, strictness);
    }

    public BindRules withStrictness(Strictness other) {
        return new BindRules(types, most, other);
    }
}
