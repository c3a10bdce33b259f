/** Test kit: the real programs of the field, run by tests on this machine. */
@NullMarked
package io.polygator.gsm.transport.programs;

import org.jspecify.annotations.NullMarked;
