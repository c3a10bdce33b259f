package io.polygator.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.util.stream.Stream;
import org.jboss.jandex.DotName;

/** The store: Flyway, which makes its tables, and the driver of PostgreSQL. SQLite's has metadata of its own. */
final class StoreProcessor {
    private static final String FLYWAY = "org.flywaydb";
    private static final DotName SQL_EXCEPTION =
            DotName.createSimple("org.flywaydb.core.internal.exception.FlywaySqlException");
    private static final DotName CONFIGURATION_EXTENSION =
            DotName.createSimple("org.flywaydb.core.extensibility.ConfigurationExtension");

    @BuildStep
    ServiceProviderBuildItem flywayPlugins() {
        return ServiceProviderBuildItem.allProvidersFromClassPath("org.flywaydb.core.extensibility.Plugin");
    }

    @BuildStep
    void flywayModules(BuildProducer<IndexDependencyBuildItem> modules) {
        modules.produce(new IndexDependencyBuildItem(FLYWAY, "flyway-core"));
        modules.produce(new IndexDependencyBuildItem(FLYWAY, "flyway-database-postgresql"));
    }

    /** Flyway copies parts of its configuration by writing them as JSON and reading them again. */
    @BuildStep
    void flywayConfiguration(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        WithFields.of(index.getIndex().getAllKnownImplementations(CONFIGURATION_EXTENSION).stream(), index.getIndex())
                .forEach(reflection::produce);
    }

    /** Looked into as what the others inherit from; and the way to our log, which Flyway looks for by name. */
    @BuildStep
    void flywayBasics(BuildProducer<ReflectiveClassBuildItem> reflection) {
        reflection.produce(ReflectiveClassBuildItem.builder(
                        "org.flywaydb.core.extensibility.Plugin", CONFIGURATION_EXTENSION.toString())
                .methods()
                .build());
        reflection.produce(ReflectiveClassBuildItem.builder(
                        "org.slf4j.Logger", "org.flywaydb.core.internal.logging.slf4j.Slf4jLogCreator")
                .build());
    }

    /** Flyway asks each kind of its exceptions whether a failure of the database is one. */
    @BuildStep
    void flywayExceptions(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        index.getIndex().getAllKnownSubclasses(SQL_EXCEPTION).stream()
                .map(type -> type.name().toString())
                .forEach(name -> reflection.produce(
                        ReflectiveClassBuildItem.builder(name).methods().build()));
    }

    @BuildStep
    ServiceProviderBuildItem drivers() {
        return ServiceProviderBuildItem.allProvidersFromClassPath("java.sql.Driver");
    }

    @BuildStep
    NativeImageResourceBuildItem flywayVersion() {
        return new NativeImageResourceBuildItem("org/flywaydb/core/internal/version.txt");
    }

    /**
     * They keep random numbers or a cleaner's thread in static fields, which must not be those of the build; and a driver
     * makes itself known when it is initialised.
     */
    @BuildStep
    void madeAtRunTime(BuildProducer<RuntimeInitializedClassBuildItem> classes) {
        Stream.of(
                        "org.flywaydb.core.internal.database.InsertRowLock",
                        "org.postgresql.Driver",
                        "org.postgresql.ds.PGSimpleDataSource",
                        "org.postgresql.ds.common.BaseDataSource",
                        "org.postgresql.util.LazyCleanerImpl",
                        "org.postgresql.util.PasswordUtil$SecureRandomHolder")
                .forEach(name -> classes.produce(new RuntimeInitializedClassBuildItem(name)));
    }
}
