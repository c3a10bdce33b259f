/** What PDUs mean: data_coding, concatenation, times and receipts. Pure functions. */
@NullMarked
package io.polygator.smpp.message;

import org.jspecify.annotations.NullMarked;
