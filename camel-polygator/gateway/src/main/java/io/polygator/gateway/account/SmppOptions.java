package io.polygator.gateway.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * What belongs to the SMPP door.
 *
 * @param bindTypes how the account may bind; at least one
 * @param maxBinds how many binds it may have at once, of all types together, 1 to 1,000
 * @param alphabet the meaning of data_coding 0, both ways
 * @param concatenation how inbound messages of several segments are delivered
 * @param receipts how delivery receipts are written
 * @param bindErrors what wrong credentials are answered with
 * @param overRate what becomes of submissions that come faster than the account may submit
 * @param submissions how submissions are looked at
 * @param windows how many requests may wait for their answer
 */
public record SmppOptions(
        Set<BindType> bindTypes,
        int maxBinds,
        SmppAlphabet alphabet,
        SmppConcatenation concatenation,
        ReceiptFormat receipts,
        BindErrors bindErrors,
        OverRate overRate,
        SmppSubmissions submissions,
        SmppWindows windows) {
    static final int MOST_BINDS = 1_000;

    public SmppOptions {
        if (bindTypes.isEmpty()) {
            throw new IllegalArgumentException("an account has at least one type of bind");
        }
        if (maxBinds < 1 || maxBinds > MOST_BINDS) {
            throw new IllegalArgumentException("maxBinds must be 1 to " + MOST_BINDS + ", was " + maxBinds);
        }
        bindTypes = Set.copyOf(bindTypes);
    }

    /** All types, 4 binds, GSM 7-bit, assembled, the other defaults. */
    public static SmppOptions defaults() {
        return new SmppOptions(
                EnumSet.allOf(BindType.class),
                4,
                SmppAlphabet.GSM7,
                SmppConcatenation.ASSEMBLED,
                ReceiptFormat.defaults(),
                BindErrors.STANDARD,
                OverRate.THROTTLE,
                SmppSubmissions.defaults(),
                SmppWindows.defaults());
    }
}
