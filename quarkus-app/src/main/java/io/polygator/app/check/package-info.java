/** What {@code --check} looks at: everything that would be refused at the start, without starting it. */
@NullMarked
package io.polygator.app.check;

import org.jspecify.annotations.NullMarked;
