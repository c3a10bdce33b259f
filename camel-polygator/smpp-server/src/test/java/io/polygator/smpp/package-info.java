@NullMarked
package io.polygator.smpp;

import org.jspecify.annotations.NullMarked;
