package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtCommand;

/**
 * A question whose form depends on the module type.
 *
 * @param command the line that asks
 * @param prefix what the answer begins with, such as {@code +ICCID:}; empty when it is a bare line
 */
public record ModuleQuery(AtCommand command, String prefix) {}
