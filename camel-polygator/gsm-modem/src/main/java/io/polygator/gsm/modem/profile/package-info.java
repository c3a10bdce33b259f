/** What each module type of Polygator boards does in its own way. */
@NullMarked
package io.polygator.gsm.modem.profile;

import org.jspecify.annotations.NullMarked;
