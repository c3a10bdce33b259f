/** What a SIM may send and an account submit: budgets per minute, hour, day and month. */
@NullMarked
package io.polygator.gateway.quota;

import org.jspecify.annotations.NullMarked;
