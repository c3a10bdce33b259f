package io.polygator.camel.spool;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.SimulatedChannel;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.network.NumberRule.Fate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** The routes of the spool as they stand in the folder of routes, with two simulated SIMs. */
final class SpoolGateway implements AutoCloseable {
    /** A number that nobody has: a message to it is taken, and reported as lost. */
    static final String NOBODY = "380990000000";

    private static final Path ROUTES = Path.of("..", "..", "routes");

    private final Path folder;
    private final SpoolSettings settings;
    private final MemoryAccounts accounts;
    private final PolygatorSimulator simulator;
    /** Failures after which the routes tried again. */
    private final List<Exception> retried = new CopyOnWriteArrayList<>();

    /** What the store answers instead of working. */
    private volatile Optional<Exception> storeTrouble = Optional.empty();

    private CamelContext context = new DefaultCamelContext();

    private SpoolGateway(Path folder, SpoolSettings settings, MemoryAccounts accounts, FaultPlan faults) {
        this.folder = folder;
        this.settings = settings;
        this.accounts = accounts;
        simulator = PolygatorSimulator.builder()
                .channels(2)
                .firstPort(0)
                .sendLatency(Latency.none())
                .transitLatency(Latency.none())
                .otherNumbers(number -> number.display().equals("+" + NOBODY) ? Fate.UNOBTAINABLE : Fate.DELIVERED)
                .faults(faults)
                .build();
    }

    /** Without any settings. */
    static SpoolGateway start(Path folder) throws Exception {
        return start(folder, Optional.empty(), SpoolReports.ON_REQUEST, SpoolCharset.ISO);
    }

    static SpoolGateway start(Path folder, Optional<String> account, SpoolReports reports, SpoolCharset charset)
            throws Exception {
        SpoolSettings settings = new SpoolSettings(folder.resolve("sms"), account, reports, charset, ZoneOffset.UTC);
        return new SpoolGateway(folder, settings, MemoryAccounts.demo(), FaultPlan.none()).started();
    }

    /** In the name of one of these accounts. */
    static SpoolGateway start(Path folder, String account, MemoryAccounts accounts) throws Exception {
        return new SpoolGateway(folder, usual(folder, Optional.of(account)), accounts, FaultPlan.none()).started();
    }

    /** With modules that fail. */
    static SpoolGateway start(Path folder, FaultPlan faults) throws Exception {
        return new SpoolGateway(folder, usual(folder, Optional.empty()), MemoryAccounts.demo(), faults).started();
    }

    private static SpoolSettings usual(Path folder, Optional<String> account) {
        return new SpoolSettings(
                folder.resolve("sms"), account, SpoolReports.ON_REQUEST, SpoolCharset.ISO, ZoneOffset.UTC);
    }

    private SpoolGateway started() throws Exception {
        simulator.start();
        open();
        return this;
    }

    private void open() throws Exception {
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        component.setGatekeeper(Gatekeeper.of(accounts));
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        gateway.setGroups("moscow");
        component.getGateways().put("g", gateway);
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.getRegistry().bind("spool", new Spool(settings, InstantSource.system()));
        context.getRegistry().bind("spoolReady", new SpoolReady(settings.directory(), InstantSource.system()));
        context.getManagementStrategy().addEventNotifier(new Retries());
        context.getCamelContextExtension().addInterceptStrategy(this::troubled);
        Properties properties = new Properties();
        properties.setProperty("polygator.spool.directory", settings.directory().toString());
        context.getPropertiesComponent().setOverrideProperties(properties);
        for (String route : List.of("spool-errors", "spool-outgoing", "spool-reports", "spool-incoming")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:" + ROUTES.resolve(route + ".yaml")));
        }
        context.start();
    }

    private final class Retries extends EventNotifierSupport {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeRedeliveryEvent retry) {
                retried.add(retry.getExchange().getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
            }
        }
    }

    /** The step, failing while the store is in trouble if it is one that the store takes part in. */
    private Processor troubled(CamelContext within, NamedNode step, Processor target, Processor next) {
        if (!step.getLabel().startsWith("to[polygator:")) {
            return target;
        }
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Optional<Exception> trouble = storeTrouble;
                if (trouble.isEmpty()) {
                    return super.process(exchange, callback);
                }
                exchange.setException(trouble.get());
                callback.done(true);
                return true;
            }
        };
    }

    /** Lets the store answer so from now on; empty when it works again. */
    void storeAnswers(Optional<Exception> trouble) {
        storeTrouble = trouble;
    }

    /** Failures after which the routes tried again. */
    List<Exception> retried() {
        return List.copyOf(retried);
    }

    void stop() {
        context.stop();
    }

    /** Starts it again on what it kept. */
    void restart() throws Exception {
        context = new DefaultCamelContext();
        open();
    }

    /**
     * A file as a program puts it there: all at once, and a while ago.
     *
     * @return when it was written
     */
    FileTime put(String name, byte[] content) throws IOException {
        Path draft = Files.createDirectories(folder.resolve("drafts")).resolve(name);
        Files.write(draft, content);
        FileTime written = FileTime.from(Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.SECONDS));
        Files.setLastModifiedTime(draft, written);
        Files.move(
                draft,
                Files.createDirectories(settings.directory().resolve("outgoing"))
                        .resolve(name));
        return written;
    }

    void put(String name, String content) throws IOException {
        put(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    Path folder(String name) {
        return settings.directory().resolve(name);
    }

    /** The files of a folder that programs see. */
    List<SpoolFile> files(String name) {
        try (Stream<Path> files = Files.list(Files.createDirectories(folder(name)))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .flatMap(file -> parse(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing when the file has moved on meanwhile. */
    private static Optional<SpoolFile> parse(Path file) {
        try {
            return Optional.of(SpoolFile.parse(Files.readAllBytes(file)));
        } catch (NoSuchFileException moved) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts on the air, in the order in which they were sent. */
    List<String> texts() {
        return simulator.air().entries().stream()
                .map(entry -> entry.segment().userData().text().orElse(""))
                .toList();
    }

    List<AirLog.Entry> air() {
        return simulator.air().entries();
    }

    /** What the spool has sent. */
    List<MessageStatus> messages() {
        MessageQuery query = new MessageQuery(
                Optional.empty(),
                Optional.of(Spool.SUBMITTER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10);
        return gateway().find(query).toCompletableFuture().join();
    }

    SmsGateway gateway() {
        return context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class)
                .smsGateway();
    }

    SimulatedChannel channel(int index) {
        return simulator.channel(index);
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
