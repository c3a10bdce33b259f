/**
 * The spool of SMS Server Tools: folders and a file format that programs write to and read from. Its facts are those of
 * smstools 3.1.21, "SMS file format".
 */
@NullMarked
package io.polygator.camel.spool;

import org.jspecify.annotations.NullMarked;
