/** An integrator's own OSGi bundle: packed by the test, and run inside Karaf only. */
@NullMarked
package io.polygator.bundle.guest;

import org.jspecify.annotations.NullMarked;
