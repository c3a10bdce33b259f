/** Programs that measure; each prints a table for docs/performance.md. */
@NullMarked
package io.polygator.benchmarks;

import org.jspecify.annotations.NullMarked;
