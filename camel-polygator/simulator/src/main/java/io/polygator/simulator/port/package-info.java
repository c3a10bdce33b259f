/** How a module's UART is reached: through a port with ser2net's habits, or through a line of its own. */
@NullMarked
package io.polygator.simulator.port;

import org.jspecify.annotations.NullMarked;
