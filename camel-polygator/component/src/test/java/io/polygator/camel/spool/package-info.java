@NullMarked
package io.polygator.camel.spool;

import org.jspecify.annotations.NullMarked;
