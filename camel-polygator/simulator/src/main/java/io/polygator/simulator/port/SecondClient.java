package io.polygator.simulator.port;

/** What a port does when somebody connects while somebody else is connected. */
public enum SecondClient {
    /** Tells the new one that the port is in use, and closes; ser2net's default. */
    REFUSE_NEW,
    /** Closes the old one; ser2net's option {@code kickolduser}. */
    KICK_OLD
}
