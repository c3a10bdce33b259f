/** What has been packaged, in the hosts it is made for: each a process of its own, so that nothing of ours leaks in. */
@NullMarked
package io.polygator.bundle;

import org.jspecify.annotations.NullMarked;
