package io.polygator.http.kannel;

import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.ChannelStatus.Counters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What Kannel's status pages tell, of our channels. Averages are since the start.
 *
 * @param version of the application
 * @param uptime of the application
 * @param queued outbound messages that wait or are being sent
 * @param channels each is an {@code smsc}
 */
public record KannelStatus(String version, Duration uptime, long queued, List<ChannelStatus> channels) {

    public KannelStatus {
        channels = List.copyOf(channels);
    }

    /** The page {@code status.txt}. */
    public String text() {
        StringBuilder page = new StringBuilder()
                .append("Kannel-compatible gateway ")
                .append(version)
                .append(".\n\n\nStatus: running, uptime ")
                .append(clock())
                .append("\n\nWDP: received 0 (0 queued), sent 0 (0 queued)\n\nSMS: received ")
                .append(sum(Counters::received))
                .append(" (0 queued), sent ")
                .append(sum(Counters::sent))
                .append(" (")
                .append(queued)
                .append(" queued), store size ")
                .append(queued)
                .append("\nSMS: inbound (")
                .append(rates(sum(Counters::received)))
                .append(") msg/sec, outbound (")
                .append(rates(sum(Counters::sent)))
                .append(") msg/sec\n\nDLR: received ")
                .append(sum(Counters::reports))
                .append(", sent 0\nDLR: inbound (")
                .append(rates(sum(Counters::reports)))
                .append(") msg/sec, outbound (")
                .append(rates(0))
                .append(
                        ") msg/sec\nDLR: 0 queued, using internal storage\n\nNo boxes connected\n\n\nSMSC connections:\n");
        channels.forEach(channel -> line(channel, page));
        return page.append("\n\n").toString();
    }

    private void line(ChannelStatus channel, StringBuilder page) {
        Counters counters = channel.counters();
        page.append(String.format(
                Locale.ROOT,
                "    %s[%s]    AT2[%s] (%s, rcvd: sms %d (%s) / dlr %d (%s), sent: sms %d (%s) / dlr 0 (%s),"
                        + " failed %d, queued 0 msgs)\n",
                channel.name(),
                channel.name(),
                channel.name(),
                state(channel),
                counters.received(),
                rates(counters.received()),
                counters.reports(),
                rates(counters.reports()),
                counters.sent(),
                rates(counters.sent()),
                rates(0),
                counters.failed()));
    }

    /** The page {@code status.html}. */
    public String html() {
        return "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2//EN\">\n<html>\n<title>Kannel</title>\n<body>\n<pre>\n"
                + escaped(text()) + "</pre>\n</body></html>\n";
    }

    /** The page {@code status.xml}. */
    public String xml() {
        StringBuilder page = new StringBuilder("<?xml version=\"1.0\"?>\n<gateway>\n<version>")
                .append(escaped("Kannel-compatible gateway " + version))
                .append("</version>\n<status>running, uptime ")
                .append(clock())
                .append(
                        "</status>\n\t<wdp>\n\t\t<received><total>0</total><queued>0</queued></received>\n"
                                + "\t\t<sent><total>0</total><queued>0</queued></sent>\n\t</wdp>\n\t<sms>\n\t\t<received><total>")
                .append(sum(Counters::received))
                .append("</total><queued>0</queued></received>\n\t\t<sent><total>")
                .append(sum(Counters::sent))
                .append("</total><queued>")
                .append(queued)
                .append("</queued></sent>\n\t\t<storesize>")
                .append(queued)
                .append("</storesize>\n\t\t<inbound>")
                .append(rates(sum(Counters::received)))
                .append("</inbound>\n\t\t<outbound>")
                .append(rates(sum(Counters::sent)))
                .append("</outbound>\n\t</sms>\n\t<dlr>\n\t\t<received><total>")
                .append(sum(Counters::reports))
                .append("</total></received>\n\t\t<sent><total>0</total></sent>\n\t\t<inbound>")
                .append(rates(sum(Counters::reports)))
                .append("</inbound>\n\t\t<outbound>")
                .append(rates(0))
                .append("</outbound>\n\t\t<queued>0</queued>\n\t\t<storage>internal</storage>\n\t</dlr>\n"
                        + "<boxes>\n</boxes>\n<smscs><count>")
                .append(channels.size())
                .append("</count>\n");
        channels.forEach(channel -> element(channel, page));
        return page.append("</smscs>\n</gateway>\n").toString();
    }

    private void element(ChannelStatus channel, StringBuilder page) {
        String name = escaped(channel.name());
        Counters counters = channel.counters();
        page.append(String.format(
                Locale.ROOT,
                "\t<smsc>\n\t\t<name>AT2[%s]</name>\n\t\t<admin-id>%s</admin-id>\n\t\t<id>%s</id>\n\t\t<status>%s</status>\n"
                        + "\t\t<failed>%d</failed>\n\t\t<queued>0</queued>\n\t\t<sms>\n\t\t\t<received>%d</received>\n"
                        + "\t\t\t<sent>%d</sent>\n\t\t\t<inbound>%s</inbound>\n\t\t\t<outbound>%s</outbound>\n\t\t</sms>\n"
                        + "\t\t<dlr>\n\t\t\t<received>%d</received>\n\t\t\t<sent>0</sent>\n\t\t\t<inbound>%s</inbound>\n"
                        + "\t\t\t<outbound>%s</outbound>\n\t\t</dlr>\n\t</smsc>\n",
                name,
                name,
                name,
                state(channel),
                counters.failed(),
                counters.received(),
                counters.sent(),
                rates(counters.received()),
                rates(counters.sent()),
                counters.reports(),
                rates(counters.reports()),
                rates(0)));
    }

    private String state(ChannelStatus channel) {
        return switch (channel.state()) {
            case REGISTERED -> "online " + uptime.toSeconds() + "s";
            case CONNECTING, STARTING -> "connecting";
            case UNREGISTERED, SUSPENDED -> "re-connecting";
            case CLOSED, SIM_UNAVAILABLE, PAUSED -> "dead";
        };
    }

    private String clock() {
        return String.format(
                Locale.ROOT,
                "%dd %dh %dm %ds",
                uptime.toDays(),
                uptime.toHoursPart(),
                uptime.toMinutesPart(),
                uptime.toSecondsPart());
    }

    private long sum(ToLongFunction<Counters> counter) {
        return channels.stream().map(ChannelStatus::counters).mapToLong(counter).sum();
    }

    /** Kannel's three averages; all of ours are since the start. */
    private String rates(long count) {
        String rate = String.format(Locale.ROOT, "%.2f", count / Math.max(1.0, uptime.toMillis() / 1000.0));
        return rate + "," + rate + "," + rate;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
