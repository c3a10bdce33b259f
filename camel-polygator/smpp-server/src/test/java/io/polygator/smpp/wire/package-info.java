@NullMarked
package io.polygator.smpp.wire;

import org.jspecify.annotations.NullMarked;
