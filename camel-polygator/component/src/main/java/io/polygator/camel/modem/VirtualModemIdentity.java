package io.polygator.camel.modem;

import java.util.Optional;

/**
 * Which virtual modem it is.
 *
 * @param name {@code modem 9101}: it names its storage and finds its messages, also after a restart and on another host
 * @param channels what it stands for
 * @param account whose rights its clients have
 */
record VirtualModemIdentity(String name, ModemChannels channels, Optional<String> account) {
    static VirtualModemIdentity of(int port, ModemChannels channels, Optional<String> account) {
        return new VirtualModemIdentity("modem " + port, channels, account);
    }
}
