package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.ChannelStatus.Counters;
import io.polygator.gsm.modem.ModemStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One channel in the answer of {@code GET /v1/channels}.
 *
 * @param detail what is wrong and what helps; absent when all is well
 * @param signal RSSI in dBm
 * @param number the SIM's own number
 */
@JsonInclude(Include.NON_NULL)
public record ChannelView(
        String name,
        String gateway,
        List<String> groups,
        String state,
        @Nullable String detail,
        @Nullable String module,
        @Nullable String imei,
        @Nullable String imsi,
        @Nullable String iccid,
        @Nullable String operator,
        @Nullable Integer signal,
        @Nullable String number,
        Counters counters) {

    public static ChannelView of(ChannelStatus channel) {
        ModemStatus modem = channel.modem();
        return new ChannelView(
                channel.name(),
                channel.gateway(),
                channel.groups().stream().sorted().toList(),
                channel.state().name().toLowerCase(Locale.ROOT),
                channel.detail().isEmpty() ? null : channel.detail(),
                modem.module().map(Enum::name).orElse(null),
                modem.imei().orElse(null),
                modem.imsi().orElse(null),
                modem.iccid().orElse(null),
                modem.operator().orElse(null),
                modem.signal().isPresent() ? modem.signal().getAsInt() : null,
                modem.subscriber().orElse(null),
                channel.counters());
    }
}
