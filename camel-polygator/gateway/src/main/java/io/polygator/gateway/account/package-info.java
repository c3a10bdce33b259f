/**
 * Who may use the doors (HTTP, SMPP, virtual modems), from where, how fast, and for what: accounts, their file, their
 * secrets. It knows nothing of messages and channels but their names. The file is YAML, since people write it and want
 * comments; its reader gives the line of each value.
 */
@NullMarked
package io.polygator.gateway.account;

import org.jspecify.annotations.NullMarked;
