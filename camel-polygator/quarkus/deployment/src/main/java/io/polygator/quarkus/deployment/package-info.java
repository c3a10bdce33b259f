/**
 * What Quarkus does for the component when it builds an application: it tells the native image what is found by name at
 * run time, because the analysis of the closed world does not see that. In JVM mode none of it matters.
 */
@NullMarked
package io.polygator.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
