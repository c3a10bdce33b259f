/**
 * Writes down which classes a run of the application looks into by reflection. It takes the place of GraalVM's tracing
 * agent, which comes with a builder of native images only.
 */
@NullMarked
package io.polygator.app.reflection;

import org.jspecify.annotations.NullMarked;
