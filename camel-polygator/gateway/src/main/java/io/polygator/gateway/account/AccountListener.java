package io.polygator.gateway.account;

/** Is told of each change, after it is in force, in order, on the thread that made it; it must not block. */
@FunctionalInterface
public interface AccountListener {

    void accountChanged(AccountChange change);
}
