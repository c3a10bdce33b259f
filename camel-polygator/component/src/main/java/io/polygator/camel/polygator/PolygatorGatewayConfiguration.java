package io.polygator.camel.polygator;

import io.polygator.gateway.ChannelDefinition;
import io.polygator.gateway.message.DoubtPolicy;
import java.util.List;
import org.apache.camel.spi.Metadata;
import org.jspecify.annotations.Nullable;

/** One gateway as configured: {@code camel.component.polygator.gateways.NAME.address=…} and so on. */
@Metadata(label = "bean")
public class PolygatorGatewayConfiguration {

    private String address = "";
    private String module = "auto";

    @Metadata(secret = true)
    private @Nullable String pin;

    private String groups = "";
    private @Nullable String smsc;
    private String keepAlive = "10s";
    private String sendDeadline = "120s";
    private String sweep = "120s";
    private String supervision = "20s";
    private boolean hangUp = true;
    private @Nullable DoubtPolicy doubt;
    private @Nullable Integer segmentsPerMinute;
    private @Nullable Integer segmentsPerHour;
    private @Nullable Integer segmentsPerDay;
    private @Nullable Integer segmentsPerMonth;
    private @Nullable Integer recipientsPerMonth;

    /**
     * The channels that this makes of a gateway.
     *
     * @param name the gateway's
     * @throws IllegalArgumentException if something is wrong here, with option and remedy
     */
    public List<ChannelDefinition> channels(String name) {
        return ChannelDefinitions.of(name, this);
    }

    public String getAddress() {
        return address;
    }

    /** {@code tcp:HOST:PORT}, {@code tcp:HOST:FIRST-LAST}, {@code serial:TTY}, or several separated by commas. */
    public void setAddress(String address) {
        this.address = address;
    }

    public String getModule() {
        return module;
    }

    /** {@code auto}, or the type of all its modules: {@code M10}, {@code SIM300}, {@code SIM900}, {@code SIM5215}. */
    public void setModule(String module) {
        this.module = module;
    }

    public @Nullable String getPin() {
        return pin;
    }

    /** The PIN of its SIMs, or of each SIM in order, separated by commas. Never logged; tried once per SIM. */
    public void setPin(@Nullable String pin) {
        this.pin = pin;
    }

    public String getGroups() {
        return groups;
    }

    /** Groups that its channels belong to, separated by commas; endpoints name one as {@code group:NAME}. */
    public void setGroups(String groups) {
        this.groups = groups;
    }

    public @Nullable String getSmsc() {
        return smsc;
    }

    /** The service centre's number, for SIMs that hold none or a wrong one. */
    public void setSmsc(@Nullable String smsc) {
        this.smsc = smsc;
    }

    public String getKeepAlive() {
        return keepAlive;
    }

    /** The longest silence on a link; must stay below the idle limit of ser2net, 20 s in the vendor's sample. */
    public void setKeepAlive(String keepAlive) {
        this.keepAlive = keepAlive;
    }

    public String getSendDeadline() {
        return sendDeadline;
    }

    /** How long a modem may take to answer for one segment; at least 60 s. */
    public void setSendDeadline(String sendDeadline) {
        this.sendDeadline = sendDeadline;
    }

    public String getSweep() {
        return sweep;
    }

    /** How often the storage of a SIM is read although no message was announced. */
    public void setSweep(String sweep) {
        this.sweep = sweep;
    }

    public String getSupervision() {
        return supervision;
    }

    /** How often registration and signal are read. */
    public void setSupervision(String supervision) {
        this.supervision = supervision;
    }

    public boolean isHangUp() {
        return hangUp;
    }

    /** Whether incoming calls are rejected at once. */
    public void setHangUp(boolean hangUp) {
        this.hangUp = hangUp;
    }

    public @Nullable DoubtPolicy getDoubt() {
        return doubt;
    }

    /** What is done about segments in doubt that its channels sent: hold, retry or fail. */
    public void setDoubt(@Nullable DoubtPolicy doubt) {
        this.doubt = doubt;
    }

    public @Nullable Integer getSegmentsPerMinute() {
        return segmentsPerMinute;
    }

    /** How many segments each of its SIMs may send in a minute. */
    public void setSegmentsPerMinute(@Nullable Integer segmentsPerMinute) {
        this.segmentsPerMinute = segmentsPerMinute;
    }

    public @Nullable Integer getSegmentsPerHour() {
        return segmentsPerHour;
    }

    /** How many segments each of its SIMs may send in an hour. */
    public void setSegmentsPerHour(@Nullable Integer segmentsPerHour) {
        this.segmentsPerHour = segmentsPerHour;
    }

    public @Nullable Integer getSegmentsPerDay() {
        return segmentsPerDay;
    }

    /** How many segments each of its SIMs may send in a day. */
    public void setSegmentsPerDay(@Nullable Integer segmentsPerDay) {
        this.segmentsPerDay = segmentsPerDay;
    }

    public @Nullable Integer getSegmentsPerMonth() {
        return segmentsPerMonth;
    }

    /** How many segments each of its SIMs may send in a month. */
    public void setSegmentsPerMonth(@Nullable Integer segmentsPerMonth) {
        this.segmentsPerMonth = segmentsPerMonth;
    }

    public @Nullable Integer getRecipientsPerMonth() {
        return recipientsPerMonth;
    }

    /** To how many different numbers each of its SIMs may write in a month. */
    public void setRecipientsPerMonth(@Nullable Integer recipientsPerMonth) {
        this.recipientsPerMonth = recipientsPerMonth;
    }
}
