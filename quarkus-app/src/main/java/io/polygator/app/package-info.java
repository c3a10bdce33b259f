/** The application: settings, demo mode, the beans that routes name, metrics. */
@NullMarked
package io.polygator.app;

import org.jspecify.annotations.NullMarked;
