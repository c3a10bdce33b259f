/** What passes between the server and its owner: who binds, what an ESME asks, what it is told. Values and interfaces. */
@NullMarked
package io.polygator.smpp.esme;

import org.jspecify.annotations.NullMarked;
