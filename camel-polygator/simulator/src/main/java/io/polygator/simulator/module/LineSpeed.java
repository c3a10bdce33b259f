package io.polygator.simulator.module;

/** How a module comes to the speed of its serial line (AT+IPR). */
public enum LineSpeed {
    /** It is set: the module speaks as soon as it can. */
    FIXED,
    /**
     * The module finds it out from the first AT. Until then it is silent: neither RDY nor the rest is ever said. A
     * SIM5215 does not know this and is as with {@link #FIXED}.
     */
    AUTOMATIC
}
