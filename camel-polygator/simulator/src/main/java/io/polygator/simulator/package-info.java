/** A Polygator gateway that exists only in memory, for tests, demonstrations and trials of foreign software. */
@NullMarked
package io.polygator.simulator;

import org.jspecify.annotations.NullMarked;
