/** The simulated GSM network: SIM cards, the service centre between them, and the log of what was on the air. */
@NullMarked
package io.polygator.simulator.network;

import org.jspecify.annotations.NullMarked;
