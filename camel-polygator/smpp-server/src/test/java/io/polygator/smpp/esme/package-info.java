@NullMarked
package io.polygator.smpp.esme;

import org.jspecify.annotations.NullMarked;
