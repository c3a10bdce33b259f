package io.polygator.gsm.sms.concat;

/** Where one segment stands in its message; sequence runs from 1 to total, total is 1 to 255. */
public record Concatenation(ConcatReference reference, int total, int sequence) {}
