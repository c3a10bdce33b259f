/** A simulated GSM module: its personality, its start-up, its SIM slot and its UART. */
@NullMarked
package io.polygator.simulator.module;

import org.jspecify.annotations.NullMarked;
