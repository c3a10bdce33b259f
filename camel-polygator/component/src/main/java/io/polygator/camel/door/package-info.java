/** What the consumers of all doors share: exchanges through their routes. */
@NullMarked
package io.polygator.camel.exchange;

import org.jspecify.annotations.NullMarked;
