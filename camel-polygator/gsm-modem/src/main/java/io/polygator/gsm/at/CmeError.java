package io.polygator.gsm.at;

/** A +CME ERROR by number, whatever the modem printed (3GPP TS 27.007 §9.2). */
public record CmeError(int code) {}
