/** The vectors in {@code src/test/resources/vectors} as JSON, for the tests of all codec packages. */
@NullMarked
package io.polygator.gsm.sms.vectors;

import org.jspecify.annotations.NullMarked;
