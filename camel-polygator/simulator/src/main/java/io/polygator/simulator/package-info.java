/** A Polygator gateway that exists only in memory: build it, start it, connect to its ports as to the hardware. */
@NullMarked
package io.polygator.simulator;

import org.jspecify.annotations.NullMarked;
