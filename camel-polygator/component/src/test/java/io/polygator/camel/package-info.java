/** The laws of the component. */
@NullMarked
package io.polygator.camel;

import org.jspecify.annotations.NullMarked;
