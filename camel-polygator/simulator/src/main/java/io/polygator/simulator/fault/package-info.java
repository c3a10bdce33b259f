/** What goes wrong in a simulated gateway, when, and how often: a plan by seed or by script. */
@NullMarked
package io.polygator.simulator.fault;

import org.jspecify.annotations.NullMarked;
