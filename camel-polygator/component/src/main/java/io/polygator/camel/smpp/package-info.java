/** The endpoints {@code polygator-smpp:}, an SMPP server to which ESMEs bind. */
@NullMarked
package io.polygator.camel.smpp;

import org.jspecify.annotations.NullMarked;
