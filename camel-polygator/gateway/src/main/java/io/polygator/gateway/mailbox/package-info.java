/** What the client of a virtual modem has in its storage. */
@NullMarked
package io.polygator.gateway.mailbox;

import org.jspecify.annotations.NullMarked;
