package io.polygator.gateway.account;

import java.util.List;

/**
 * Which numbers or sender names are allowed: those that a pattern of {@code allowed} matches and none of {@code denied}.
 * A leading {@code 00} counts as {@code +}. A denied number is denied with and without its {@code +}, since a network
 * may take both for the same; an allowed one is allowed only as it is written.
 *
 * @param allowed empty allows nothing
 * @param denied is stronger than {@code allowed}
 */
public record AddressRules(List<PrefixPattern> allowed, List<PrefixPattern> denied) {
    private static final String INTERNATIONAL = "00";

    public AddressRules {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
    }

    /** Allows everything. */
    public static AddressRules anything() {
        return new AddressRules(List.of(PrefixPattern.ANY), List.of());
    }

    /** Whether the number or sender name is allowed. */
    public boolean allows(String address) {
        String given = withPlus(address);
        return allowed.stream().anyMatch(pattern -> pattern.matches(given))
                && denied.stream().noneMatch(pattern -> bareOf(pattern).matches(bare(given)));
    }

    private static String withPlus(String address) {
        return address.startsWith(INTERNATIONAL) ? "+" + address.substring(INTERNATIONAL.length()) : address;
    }

    private static String bare(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }

    private static PrefixPattern bareOf(PrefixPattern pattern) {
        return pattern.text().startsWith("+") && pattern.text().length() > 1
                ? new PrefixPattern(bare(pattern.text()), pattern.reach())
                : pattern;
    }
}
