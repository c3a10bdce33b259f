package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.DoubtPolicy;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.spi.Metadata;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/** The options of the component {@code polygator:}, as {@code camel.component.polygator.*} sets them. */
public abstract class PolygatorOptions extends HealthCheckComponent {

    /** The SQLite file unless another is configured, in the working directory. */
    public static final String DEFAULT_STORE_FILE = "data/polygator.db";

    @Metadata(
            description = "The gateways by name. Each has an address (tcp:HOST:FIRST-LAST or serial:TTY), and may have"
                    + " module, pin, groups, smsc, keepAlive, sendDeadline, sweep, supervision, hangUp, doubt,"
                    + " segmentsPerMinute, segmentsPerHour, segmentsPerDay, segmentsPerMonth and recipientsPerMonth:"
                    + " camel.component.polygator.gateways.g8.address=tcp:192.168.2.154:9101-9108")
    private final Map<String, PolygatorGatewayConfiguration> gateways = new PolygatorGateways();

    @Metadata(
            defaultValue = "sqlite",
            enums = "sqlite,postgresql,memory,none",
            description = "Where messages, events and what they need are kept: in the SQLite file storeFile, in the"
                    + " PostgreSQL database storeUrl, in memory, or nowhere: none makes each exchange wait for the"
                    + " network's answer. Only the first two survive the end of the application")
    private StoreKind store = StoreKind.sqlite;

    @Metadata(
            defaultValue = DEFAULT_STORE_FILE,
            description = "The SQLite file of store=sqlite, on a local disk; made with its directory when it does not"
                    + " exist. One application at a time")
    private String storeFile = DEFAULT_STORE_FILE;

    @Metadata(
            description = "The database of store=postgresql, such as jdbc:postgresql://db.example.org/polygator;"
                    + " several applications may share it")
    private @Nullable String storeUrl;

    @Metadata(label = "security", secret = true, description = "The user of the database storeUrl")
    private @Nullable String storeUser;

    @Metadata(label = "security", secret = true, description = "The password of the user storeUser")
    private @Nullable String storePassword;

    @Metadata(
            defaultValue = "HOLD",
            enums = "HOLD,RETRY,FAIL",
            description = "What is done about a segment of which nobody can know whether the network took it, once"
                    + " waiting did not tell: HOLD it as unconfirmed, RETRY and mark it as a possible duplicate, or let"
                    + " it FAIL. A gateway and a message may say otherwise")
    private DoubtPolicy doubt = DoubtPolicy.HOLD;

    @Metadata(
            label = "advanced",
            defaultValue = "10m",
            javaType = "java.time.Duration",
            description = "How long a late answer or a delivery report is waited for before doubt applies")
    private long doubtTime = Duration.ofMinutes(10).toMillis();

    @Metadata(
            label = "advanced",
            description =
                    "Whose calendar the budgets of SIMs go by, such as Europe/Moscow: that of their tariffs. Without"
                            + " it the one of this machine")
    private @Nullable String timeZone;

    @Metadata(
            defaultValue = "7d",
            javaType = "java.time.Duration",
            description = "How long a concluded message and its timeline can be asked for; then they are removed")
    private long retention = Duration.ofDays(7).toMillis();

    @Metadata(
            defaultValue = "7d",
            javaType = "java.time.Duration",
            description = "How old an event may become before a named subscription that fails to handle it gives it up:"
                    + " it is a dead letter then")
    private long eventAgeLimit = Duration.ofDays(7).toMillis();

    @Metadata(
            defaultValue = "28d",
            javaType = "java.time.Duration",
            description = "How long a dead letter can be replayed; then it is removed")
    private long deadLettersKept = Duration.ofDays(28).toMillis();

    @Metadata(
            label = "security",
            defaultValue = "${user.home}/.camel-polygator",
            description = "The directory that remembers which PIN was tried on which SIM, so that a wrong PIN is not"
                    + " tried again after a restart: three wrong attempts lock a SIM")
    private String pinDirectory = System.getProperty("user.home") + "/.camel-polygator";

    @Metadata(
            label = "security",
            description = "The file of the accounts for which the doors (HTTP, SMPP, virtual modems) open, such as"
                    + " accounts.yaml; read again when it changes. Without it there is no account")
    private @Nullable String accountsFile;

    @Metadata(
            label = "advanced",
            description =
                    "The directory to write a transcript of each channel's AT dialogue to, in two files of at most"
                            + " 2 MB: g8-1.trace and the one before. Texts, PINs and numbers are left out. Without it nothing is"
                            + " written")
    private @Nullable String traceDirectory;

    @Metadata(label = "advanced")
    private PolygatorConfiguration configuration = new PolygatorConfiguration();

    @Metadata(label = "advanced")
    private @Nullable SmsGateway gateway;

    @Metadata(label = "advanced,security", autowired = true)
    private @Nullable Gatekeeper gatekeeper;

    public Map<String, PolygatorGatewayConfiguration> getGateways() {
        return gateways;
    }

    /** The gateways by name. */
    public void setGateways(Map<String, PolygatorGatewayConfiguration> gateways) {
        if (gateways != this.gateways) {
            this.gateways.clear();
            this.gateways.putAll(gateways);
        }
    }

    public StoreKind getStore() {
        return store;
    }

    public void setStore(StoreKind store) {
        this.store = store;
    }

    public String getStoreFile() {
        return storeFile;
    }

    public void setStoreFile(String storeFile) {
        this.storeFile = storeFile;
    }

    public @Nullable String getStoreUrl() {
        return storeUrl;
    }

    public void setStoreUrl(@Nullable String storeUrl) {
        this.storeUrl = storeUrl;
    }

    public @Nullable String getStoreUser() {
        return storeUser;
    }

    public void setStoreUser(@Nullable String storeUser) {
        this.storeUser = storeUser;
    }

    public @Nullable String getStorePassword() {
        return storePassword;
    }

    public void setStorePassword(@Nullable String storePassword) {
        this.storePassword = storePassword;
    }

    public DoubtPolicy getDoubt() {
        return doubt;
    }

    public void setDoubt(DoubtPolicy doubt) {
        this.doubt = doubt;
    }

    public long getDoubtTime() {
        return doubtTime;
    }

    public void setDoubtTime(long doubtTime) {
        this.doubtTime = doubtTime;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    public long getRetention() {
        return retention;
    }

    public void setRetention(long retention) {
        this.retention = retention;
    }

    public long getEventAgeLimit() {
        return eventAgeLimit;
    }

    public void setEventAgeLimit(long eventAgeLimit) {
        this.eventAgeLimit = eventAgeLimit;
    }

    public long getDeadLettersKept() {
        return deadLettersKept;
    }

    public void setDeadLettersKept(long deadLettersKept) {
        this.deadLettersKept = deadLettersKept;
    }

    public String getPinDirectory() {
        return pinDirectory;
    }

    public void setPinDirectory(String pinDirectory) {
        this.pinDirectory = pinDirectory;
    }

    public @Nullable String getTraceDirectory() {
        return traceDirectory;
    }

    public void setTraceDirectory(@Nullable String traceDirectory) {
        this.traceDirectory = traceDirectory;
    }

    public @Nullable String getAccountsFile() {
        return accountsFile;
    }

    public void setAccountsFile(@Nullable String accountsFile) {
        this.accountsFile = accountsFile;
    }

    public @Nullable Gatekeeper getGatekeeper() {
        return gatekeeper;
    }

    /** Accounts to use instead of a file; not closed by the component. */
    public void setGatekeeper(@Nullable Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    public PolygatorConfiguration getConfiguration() {
        return configuration;
    }

    /** Defaults for the options of endpoints. */
    public void setConfiguration(PolygatorConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable SmsGateway getGateway() {
        return gateway;
    }

    /** A gateway to use instead of one made from the configuration; it is not closed by the component. */
    public void setGateway(@Nullable SmsGateway gateway) {
        this.gateway = gateway;
    }
}
