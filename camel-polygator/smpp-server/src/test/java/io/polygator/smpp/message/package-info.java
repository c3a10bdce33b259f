@NullMarked
package io.polygator.smpp.message;

import org.jspecify.annotations.NullMarked;
