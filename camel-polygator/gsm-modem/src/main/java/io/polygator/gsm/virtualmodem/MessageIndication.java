package io.polygator.gsm.virtualmodem;

/**
 * The five numbers of AT+CNMI (3GPP TS 27.005 §3.4.1).
 *
 * @param mode 0 keep, 1 discard while the link is reserved, 2 keep while it is reserved, 3 forward in band
 * @param messages 0 store silently, 1 store and announce, 2 hand over, 3 hand over class 3 only
 * @param broadcasts 0 none, 2 hand over
 * @param reports 0 none, 1 hand over, 2 store and announce
 * @param buffer 0 flush, 1 clear
 */
public record MessageIndication(int mode, int messages, int broadcasts, int reports, int buffer) {
    /** Store silently: what a module does until it is told otherwise. */
    public static final MessageIndication NONE = new MessageIndication(0, 0, 0, 0, 0);
}
