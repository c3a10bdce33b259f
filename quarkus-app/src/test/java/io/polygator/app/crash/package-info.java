/** The application as a process of its own that is killed again and again, and the judge of what it lost or doubled. */
@NullMarked
package io.polygator.app.crash;

import org.jspecify.annotations.NullMarked;
