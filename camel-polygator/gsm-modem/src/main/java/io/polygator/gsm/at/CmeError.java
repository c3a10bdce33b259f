package io.polygator.gsm.at;

import static java.util.Map.entry;

import java.util.Map;

/**
 * A +CME ERROR by number, whatever the modem printed (3GPP TS 27.007 §9.2).
 *
 * @param code 0 to 999999
 */
public record CmeError(int code) {
    private static final int UNKNOWN = 100;

    private static final ErrorTexts TEXTS = new ErrorTexts(Map.ofEntries(
            entry(0, "phone failure"),
            entry(1, "no connection to phone"),
            entry(2, "phone-adaptor link reserved"),
            entry(3, "operation not allowed"),
            entry(4, "operation not supported"),
            entry(5, "PH-SIM PIN required"),
            entry(6, "PH-FSIM PIN required"),
            entry(7, "PH-FSIM PUK required"),
            entry(10, "SIM not inserted"),
            entry(11, "SIM PIN required"),
            entry(12, "SIM PUK required"),
            entry(13, "SIM failure"),
            entry(14, "SIM busy"),
            entry(15, "SIM wrong"),
            entry(16, "incorrect password"),
            entry(17, "SIM PIN2 required"),
            entry(18, "SIM PUK2 required"),
            entry(20, "memory full"),
            entry(21, "invalid index"),
            entry(22, "not found"),
            entry(23, "memory failure"),
            entry(24, "text string too long"),
            entry(25, "invalid characters in text string"),
            entry(26, "dial string too long"),
            entry(27, "invalid characters in dial string"),
            entry(30, "no network service"),
            entry(31, "network timeout"),
            entry(32, "network not allowed - emergency calls only"),
            entry(40, "network personalization PIN required"),
            entry(41, "network personalization PUK required"),
            entry(42, "network subset personalization PIN required"),
            entry(43, "network subset personalization PUK required"),
            entry(44, "service provider personalization PIN required"),
            entry(45, "service provider personalization PUK required"),
            entry(46, "corporate personalization PIN required"),
            entry(47, "corporate personalization PUK required"),
            entry(UNKNOWN, "unknown"),
            entry(103, "illegal MS"),
            entry(106, "illegal ME"),
            entry(107, "GPRS services not allowed"),
            entry(111, "PLMN not allowed"),
            entry(112, "location area not allowed"),
            entry(113, "roaming not allowed in this location area"),
            entry(132, "service option not supported"),
            entry(133, "requested service option not subscribed"),
            entry(134, "service option temporarily out of order"),
            entry(148, "unspecified GPRS error"),
            entry(149, "PDP authentication failure"),
            entry(150, "invalid mobile class")));

    /** Reads what follows the colon: a number or words. Words that are not known give number 100, "unknown". */
    static CmeError parse(String reason) {
        return new CmeError(TEXTS.codeOf(reason, UNKNOWN));
    }

    /** The standard's words, as a modem set to AT+CMEE=2 prints them; empty for other numbers. */
    public String words() {
        return TEXTS.textOf(code, "");
    }

    /** The number and its meaning, for the operator: {@code CME error 13: SIM failure}. */
    public String describe() {
        return "CME error " + code + ": " + TEXTS.textOf(code, "not a standard error");
    }
}
