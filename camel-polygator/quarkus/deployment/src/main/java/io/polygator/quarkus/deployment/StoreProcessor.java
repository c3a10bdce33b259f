package io.polygator.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/** The store: the scripts that make its tables, and Flyway, which runs them. */
final class StoreProcessor {

    @BuildStep
    NativeImageResourcePatternsBuildItem migrations() {
        return NativeImageResourcePatternsBuildItem.builder()
                .includeGlob("io/polygator/gateway/store/jdbc/*/*.sql")
                .build();
    }

    @BuildStep
    ServiceProviderBuildItem flywayPlugins() {
        return ServiceProviderBuildItem.allProvidersFromClassPath("org.flywaydb.core.extensibility.Plugin");
    }

    @BuildStep
    NativeImageResourceBuildItem flywayVersion() {
        return new NativeImageResourceBuildItem("org/flywaydb/core/internal/version.txt");
    }
}
