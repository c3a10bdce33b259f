/** Beans that routes name to answer HTTP requests and to write webhooks: exchanges on one side, JSON on the other. */
@NullMarked
package io.polygator.camel.http;

import org.jspecify.annotations.NullMarked;
