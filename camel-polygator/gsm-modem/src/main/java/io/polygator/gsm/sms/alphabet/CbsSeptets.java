package io.polygator.gsm.sms.alphabet;

import io.polygator.gsm.octets.Octets;

/**
 * Septet packing where no length says how many septets there are: cell broadcast and USSD (3GPP TS 23.038 §6.1.2.3).
 * Seven bits that would be left over, and would read as {@code @}, hold a carriage return.
 */
public final class CbsSeptets {
    private static final int CARRIAGE_RETURN = 0x0D;
    /** Eight septets are seven octets: there the text ends without a free bit. */
    private static final int GROUP = 8;

    private CbsSeptets() {}

    /**
     * Eight septets to seven octets; what would read as an {@code @} too many becomes a carriage return.
     *
     * @param septets one per octet
     * @throws IllegalArgumentException if an octet is no septet
     */
    public static Octets pack(Octets septets) {
        Octets padding = Octets.copyOf((byte) CARRIAGE_RETURN);
        boolean leavesSevenBits = septets.length() % GROUP == GROUP - 1;
        boolean endsLikePadding = septets.length() % GROUP == 0 && endsWithCarriageReturn(septets);
        return Septets.pack(leavesSevenBits || endsLikePadding ? septets.concat(padding) : septets, 0);
    }

    /** The septets, one per octet, without a carriage return that is padding. */
    public static Octets unpack(Octets packed) {
        Octets septets = Septets.unpack(packed, Septets.capacity(packed.length(), 0), 0);
        boolean padded = septets.length() % GROUP == 0 && endsWithCarriageReturn(septets);
        return padded ? septets.slice(0, septets.length() - 1) : septets;
    }

    private static boolean endsWithCarriageReturn(Octets septets) {
        return !septets.isEmpty() && septets.at(septets.length() - 1) == CARRIAGE_RETURN;
    }
}
