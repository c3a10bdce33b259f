package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What the network said over USSD.
 *
 * @param status final, action_required, terminated, …
 * @param session names the session that goes on, when it is our turn
 * @param endsAt until when the network waits for an answer
 */
@JsonInclude(Include.NON_NULL)
public record UssdView(String status, String text, @Nullable String session, @Nullable String endsAt) {}
