/** The simulator as a program of its own. */
@NullMarked
package io.polygator.simulator.cli;

import org.jspecify.annotations.NullMarked;
