@NullMarked
package io.polygator.camel.modem;

import org.jspecify.annotations.NullMarked;
