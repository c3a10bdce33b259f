package io.polygator.camel.polygator;

import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.Door;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of an endpoint; also on the component, as defaults of its endpoints. */
@UriParams
public class PolygatorConfiguration implements Cloneable {

    @UriParam(defaultValue = "auto", enums = "auto,M10,SIM300,SIM900,SIM5215")
    @Metadata(description = "For an address in the URI: the type of its modules")
    private String module = "auto";

    @UriParam(label = "consumer", defaultValue = "inbound")
    @Metadata(
            description = "Which events become exchanges, separated by commas: inbound, report, call, ussd, channel,"
                    + " unreadable; or all")
    private String events = "inbound";

    @UriParam(label = "consumer")
    @Metadata(
            description = "Makes the consumer a durable subscriber of that name: every event reaches each named"
                    + " subscription at least once, also after a restart when the store is durable")
    private @Nullable String subscription;

    @UriParam(label = "consumer", enums = "HTTP,SMPP,MODEM")
    @Metadata(
            description =
                    "Hears for each account that may use this door what concerns it: inbound messages that belong to"
                            + " it, and reports about what it sent through the door. Each account has a subscription of its own, so"
                            + " that none waits for another; the header CamelPolygatorAccount names it. Needs the option"
                            + " subscription, with which their names begin")
    private @Nullable Door door;

    @UriParam(
            label = "producer",
            defaultValue = "send",
            enums = "send,query,timeline,cancel,replace,find,ussd,channels,control,deadLetters,replay,discard")
    @Metadata(description = "What the producer does; the header CamelPolygatorOperation takes precedence")
    private PolygatorOperation operation = PolygatorOperation.send;

    @UriParam(label = "producer", defaultValue = "store", enums = "store,network")
    @Metadata(
            description = "When a sent message completes its exchange: once it is stored, or once the network has"
                    + " answered for every segment (always so without a store). A message that the network refuses then"
                    + " fails the exchange")
    private CompleteOn completeOn = CompleteOn.store;

    @UriParam(label = "producer", defaultValue = "5m", javaType = "java.time.Duration")
    @Metadata(
            description =
                    "With completeOn=network, how long to wait for the answer. A message of which nothing has left"
                            + " by then is taken back and the exchange fails; otherwise the exchange completes and the header"
                            + " CamelPolygatorState says how far the message is")
    private long answerTimeout = 300_000;

    @UriParam(label = "producer", defaultValue = "true")
    @Metadata(
            description = "Whether the network is asked for delivery reports; without one a message never becomes"
                    + " delivered")
    private boolean report = true;

    @UriParam(label = "producer", javaType = "java.time.Duration")
    @Metadata(
            description = "How long a message is worth sending, time in the queue included, such as 2h. Without it the"
                    + " service centre decides")
    private @Nullable Long validity;

    @UriParam(label = "producer", defaultValue = "4")
    @Metadata(description = "Priority in the queue, 0 (lowest) to 9")
    private int priority = 4;

    @UriParam(label = "producer")
    @Metadata(description = "Message class: 0 (flash, shown at once) to 3; none by default")
    private @Nullable Integer messageClass;

    @UriParam(label = "producer", defaultValue = "AUTO", enums = "AUTO,GSM7,UCS2")
    @Metadata(description = "The alphabet of texts; AUTO takes the cheapest that carries the whole text")
    private Encoding encoding = Encoding.AUTO;

    @UriParam(label = "producer", defaultValue = "false")
    @Metadata(description = "Whether letters that the GSM alphabet lacks may be replaced by similar ones")
    private boolean transliterate;

    /** An independent copy. */
    public PolygatorConfiguration copy() {
        try {
            return (PolygatorConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getModule() {
        return module;
    }

    public void setModule(String module) {
        this.module = module;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public @Nullable Door getDoor() {
        return door;
    }

    public void setDoor(@Nullable Door door) {
        this.door = door;
    }

    public @Nullable String getSubscription() {
        return subscription;
    }

    public void setSubscription(@Nullable String subscription) {
        this.subscription = subscription;
    }

    public PolygatorOperation getOperation() {
        return operation;
    }

    public void setOperation(PolygatorOperation operation) {
        this.operation = operation;
    }

    public CompleteOn getCompleteOn() {
        return completeOn;
    }

    public void setCompleteOn(CompleteOn completeOn) {
        this.completeOn = completeOn;
    }

    public long getAnswerTimeout() {
        return answerTimeout;
    }

    public void setAnswerTimeout(long answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    public boolean isReport() {
        return report;
    }

    public void setReport(boolean report) {
        this.report = report;
    }

    public @Nullable Long getValidity() {
        return validity;
    }

    public void setValidity(@Nullable Long validity) {
        this.validity = validity;
    }

    public int getPriority() {
        return priority;
    }

    public void setPriority(int priority) {
        this.priority = priority;
    }

    public @Nullable Integer getMessageClass() {
        return messageClass;
    }

    public void setMessageClass(@Nullable Integer messageClass) {
        this.messageClass = messageClass;
    }

    public Encoding getEncoding() {
        return encoding;
    }

    public void setEncoding(Encoding encoding) {
        this.encoding = encoding;
    }

    public boolean isTransliterate() {
        return transliterate;
    }

    public void setTransliterate(boolean transliterate) {
        this.transliterate = transliterate;
    }

    /** Refuses values that no exchange could be sent with, naming the option and what to write instead. */
    void validate() {
        EventKinds.parse(events);
        if (door != null) {
            require(subscription != null, "door", door, "it together with subscription=NAME");
            require(
                    EnumSet.of(Kind.INBOUND, Kind.REPORT).containsAll(EventKinds.parse(events)),
                    "events",
                    events,
                    "inbound, report or both together with option door");
        }
        require(priority >= 0 && priority <= 9, "priority", priority, "0 (lowest) to 9");
        if (messageClass != null) {
            require(messageClass >= 0 && messageClass <= 3, "messageClass", messageClass, "0 (flash) to 3");
        }
        if (validity != null) {
            require(validity > 0, "validity", validity, "a positive duration such as 2h");
        }
        require(answerTimeout > 0, "answerTimeout", answerTimeout, "a positive duration such as 5m");
    }

    private static void require(boolean holds, String option, Object value, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "option %s=%s of a polygator endpoint: use %s", option, value, remedy));
        }
    }
}
