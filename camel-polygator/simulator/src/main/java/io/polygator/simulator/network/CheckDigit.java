package io.polygator.simulator.network;

/** The check digit of IMEI and ICCID (ISO/IEC 7812-1 annex B, "Luhn"). */
public final class CheckDigit {
    private CheckDigit() {}

    /** The digits followed by their check digit. */
    public static String appendTo(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
