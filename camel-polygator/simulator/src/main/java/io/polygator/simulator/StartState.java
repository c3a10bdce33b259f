package io.polygator.simulator;

/** In what state a simulator's modules are when it starts. */
public enum StartState {
    /** On for long and registered, as in a gateway that was never switched off. */
    RUNNING,
    /** Just getting power: they say RDY and the rest when they are that far. */
    POWERED_ON
}
