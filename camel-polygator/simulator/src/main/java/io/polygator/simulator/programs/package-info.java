/** Test kit: the real programs of the field, run by tests on this machine. */
@NullMarked
package io.polygator.simulator.programs;

import org.jspecify.annotations.NullMarked;
