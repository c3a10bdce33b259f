/**
 * An HTTP client for addresses that others have chosen: webhooks, DLR URLs. It connects to permitted addresses only, holds
 * no thread while it waits, and lets no target hold up another. Netty is used here and seen nowhere else; no Camel here.
 */
@NullMarked
package io.polygator.http.client;

import org.jspecify.annotations.NullMarked;
