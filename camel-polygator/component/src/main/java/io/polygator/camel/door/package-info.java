/** What all doors share: a server that listens while a consumer runs, and exchanges through the consumer's route. */
@NullMarked
package io.polygator.camel.door;

import org.jspecify.annotations.NullMarked;
