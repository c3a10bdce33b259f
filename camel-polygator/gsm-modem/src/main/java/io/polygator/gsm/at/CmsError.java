package io.polygator.gsm.at;

/** A +CMS ERROR by number, whatever the modem printed (3GPP TS 27.005 §3.2.5). */
public record CmsError(int code) {}
