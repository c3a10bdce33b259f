/** The words of the AT dialogue: commands, lines, results, errors (ITU-T V.250, 3GPP TS 27.005 and 27.007). No I/O. */
@NullMarked
package io.polygator.gsm.at;

import org.jspecify.annotations.NullMarked;
