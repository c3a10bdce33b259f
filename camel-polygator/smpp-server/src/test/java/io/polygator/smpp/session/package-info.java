@NullMarked
package io.polygator.smpp.session;

import org.jspecify.annotations.NullMarked;
