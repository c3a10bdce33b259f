package io.polygator.gsm.modem;

/**
 * What one module type means by a +CMS ERROR of its own, from 512 on.
 *
 * @param description for the operator
 */
public record ModuleError(ErrorMeaning meaning, String description) {}
