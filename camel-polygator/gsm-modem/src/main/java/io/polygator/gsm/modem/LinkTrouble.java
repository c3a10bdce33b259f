package io.polygator.gsm.modem;

import io.polygator.gsm.transport.LinkClosed;

/** Why there is no link, in words for the operator. */
final class LinkTrouble {
    private LinkTrouble() {}

    /** What is wrong and what helps, with the address at the end. */
    static String describe(LinkClosed closed, String address) {
        String trouble =
                switch (closed.cause()) {
                    case BUSY ->
                        "the port is in use by another client: stop the other program, or set ser2net's option"
                                + " kickolduser";
                    case UNREACHABLE -> "cannot be reached: check `address` and that the gateway is on";
                    case LOCAL, PEER, BROKEN -> "the connection was lost, connecting again";
                };
        return trouble + " (" + address + ": " + closed.detail() + ")";
    }
}
