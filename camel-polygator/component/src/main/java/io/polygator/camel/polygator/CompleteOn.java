package io.polygator.camel.polygator;

/** When an exchange that sends a message is complete. */
public enum CompleteOn {
    /** Once the message is stored. */
    store,
    /** Once the network has answered for every segment. */
    network
}
