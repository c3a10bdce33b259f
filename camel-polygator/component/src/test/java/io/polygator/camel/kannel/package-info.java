/** Tests of what speaks as Kannel does, some beside the real one. */
@NullMarked
package io.polygator.camel.kannel;

import org.jspecify.annotations.NullMarked;
