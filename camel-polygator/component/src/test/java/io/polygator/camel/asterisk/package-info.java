@NullMarked
package io.polygator.camel.asterisk;

import org.jspecify.annotations.NullMarked;
