package io.polygator.gsm.virtualmodem;

import java.util.List;
import java.util.Optional;

/**
 * The modem behind an {@link AtServer}: what the AT commands ask about and act upon. Every method is called on the
 * server's loop and returns at once.
 */
public interface VirtualModem {

    /** What the module says of itself. */
    ModuleIdentity identity();

    /** The SIM, or the slot that waits for one. */
    VirtualSim sim();

    /** The way to the network. */
    VirtualRadio radio();

    /** Voice calls. */
    VirtualCalls calls();

    /** The names of the message storages, in the order in which AT+CPMS=? lists them. */
    List<String> storageNames();

    /** The storage of this name, such as {@code SM} or {@code ME}. */
    Optional<MessageStorage> storage(String name);

    /** The level of AT+CFUN: 0 minimum, 1 full, 4 radio off (3GPP TS 27.007 §8.2). */
    int functionality();

    /** Sets the level of AT+CFUN. */
    void setFunctionality(int level);

    /** Carries out an order about the supply once its command has been answered. */
    void power(PowerOrder order);

    /** An order about the module's supply. */
    enum PowerOrder {
        /** Start again, as after AT+CFUN=1,1. */
        RESTART,
        /** Switch off, as after AT+CPOWD=1: only the power key starts the module again. */
        OFF
    }
}
