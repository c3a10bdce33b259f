/** The SMPP endpoints, driven by clients that others wrote. */
@NullMarked
package io.polygator.camel.smpp;

import org.jspecify.annotations.NullMarked;
