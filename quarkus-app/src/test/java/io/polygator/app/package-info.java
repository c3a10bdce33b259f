/** The application in demo mode, from HTTP request to radio network and back. */
@NullMarked
package io.polygator.app;

import org.jspecify.annotations.NullMarked;
