/**
 * Writes down what a run of the application looks for by name: classes and their members, resources, proxies, services. It
 * takes the place of GraalVM's tracing agent, which comes with a builder of native images only.
 */
@NullMarked
package io.polygator.app.reflection;

import org.jspecify.annotations.NullMarked;
