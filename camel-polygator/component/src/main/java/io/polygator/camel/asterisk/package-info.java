/** Sends through Polygator cards that belong to an Asterisk server. */
@NullMarked
package io.polygator.camel.asterisk;

import org.jspecify.annotations.NullMarked;
