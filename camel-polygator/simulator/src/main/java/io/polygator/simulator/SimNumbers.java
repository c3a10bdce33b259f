package io.polygator.simulator;

import io.polygator.simulator.network.CheckDigit;
import java.util.Locale;

/** Fictional numbers for SIMs and modules, with valid check digits. */
final class SimNumbers {
    private static final long FIRST_NUMBER = 380_501_234_501L;

    private SimNumbers() {}

    /** +380501234501 and on. */
    static String number(int channel) {
        return "+" + (FIRST_NUMBER + channel);
    }

    /** Of network 255 99, which nobody has. */
    static String imsi(int channel) {
        return String.format(Locale.ROOT, "25599%010d", channel + 1);
    }

    static String iccid(int channel) {
        return CheckDigit.appendTo(String.format(Locale.ROOT, "8938099%011d", channel + 1));
    }

    /** Of the type allocation codes that begin with 001, which are for test equipment. */
    static String imei(int channel) {
        return CheckDigit.appendTo(String.format(Locale.ROOT, "00101700%06d", channel + 1));
    }
}
