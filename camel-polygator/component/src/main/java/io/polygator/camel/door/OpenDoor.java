package io.polygator.camel.door;

/** A server that listens for the clients of a door until it is closed. */
public interface OpenDoor extends AutoCloseable {

    @Override
    void close();
}
