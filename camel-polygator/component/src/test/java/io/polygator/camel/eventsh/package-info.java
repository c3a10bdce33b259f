@NullMarked
package io.polygator.camel.eventsh;

import org.jspecify.annotations.NullMarked;
