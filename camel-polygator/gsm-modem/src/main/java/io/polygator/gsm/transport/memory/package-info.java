/** Test kit: links and a loop that live in memory and obey a clock that the test turns. */
@NullMarked
package io.polygator.gsm.transport.memory;

import org.jspecify.annotations.NullMarked;
