package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * An event as webhooks get it.
 *
 * @param event inbound or report
 * @param id the message's id; a receiver that may get an event twice recognises it by event, id and state
 * @param text the text of an inbound message; absent for octets
 * @param data the octets of an inbound message as hexadecimal digits
 * @param state of a report: delivered, failed, expired, …
 * @param status of a report: the last TP-ST, 0 to 255
 * @param complete of an inbound message: false when a segment never came
 */
@JsonInclude(Include.NON_NULL)
public record EventView(
        String event,
        @Nullable String id,
        @Nullable String channel,
        @Nullable String from,
        @Nullable String to,
        @Nullable String text,
        @Nullable String data,
        @Nullable String encoding,
        @Nullable Integer segments,
        @Nullable Boolean complete,
        @Nullable String state,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String sentAt,
        @Nullable String receivedAt) {}
