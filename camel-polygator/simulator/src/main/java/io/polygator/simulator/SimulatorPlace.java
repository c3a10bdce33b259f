package io.polygator.simulator;

import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.Loop;
import java.util.function.IntFunction;

/**
 * Where a simulator lives.
 *
 * @param acceptors the port of each channel, counted from 0
 * @param whenClosed ends what belongs to the place
 */
record SimulatorPlace(Loop loop, IntFunction<Acceptor> acceptors, Runnable whenClosed) {}
