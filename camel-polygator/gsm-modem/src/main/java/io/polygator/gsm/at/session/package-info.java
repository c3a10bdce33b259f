/** One AT dialogue over one link: framing, one command at a time, unsolicited results, resynchronisation. */
@NullMarked
package io.polygator.gsm.at.session;

import org.jspecify.annotations.NullMarked;
