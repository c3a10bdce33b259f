package io.polygator.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;

/** The components themselves: what their configuration, their JSON and their modem profiles look up by name. */
final class ComponentProcessor {
    static final String FEATURE = "camel-polygator";

    /** Whose public classes routes call and configuration makes, and whose records Jackson reads: with all below them. */
    private static final List<String> EDGES = List.of("io.polygator.camel.", "io.polygator.http.");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    /** Webhooks, and SMPP over TLS. */
    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    @BuildStep
    ServiceProviderBuildItem modemProfiles() {
        return ServiceProviderBuildItem.allProvidersFromClassPath("io.polygator.gsm.modem.ModemProfile");
    }

    /** What our classes read from their jars: the scripts of the store, the HTTP API's description and page. */
    @BuildStep
    NativeImageResourcePatternsBuildItem ownResources() {
        return NativeImageResourcePatternsBuildItem.builder()
                .includeGlobs("io/polygator/**/*.sql", "io/polygator/**/*.yaml", "io/polygator/http/docs/*")
                .build();
    }

    /** Jackson reads the components of records that are answers, events or memos, and of those in them. */
    @BuildStep
    void records(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        WithFields.of(ofTheEdges(index).filter(ClassInfo::isRecord), index.getIndex())
                .forEach(reflection::produce);
    }

    /**
     * Camel calls the methods that a route names in a {@code bean} step, and makes and sets what configuration names, as
     * the entries of {@code camel.component.polygator.gateways.*}.
     */
    @BuildStep
    void beans(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> reflection) {
        ofTheEdges(index)
                .filter(type -> Modifier.isPublic(type.flags()) && !type.isInterface() && !type.isRecord())
                .forEach(type -> reflection.produce(
                        ReflectiveClassBuildItem.builder(type.name().toString())
                                .methods()
                                .build()));
    }

    private static Stream<ClassInfo> ofTheEdges(CombinedIndexBuildItem index) {
        return index.getIndex().getKnownClasses().stream().filter(type -> EDGES.stream()
                .anyMatch(edge -> type.name().toString().startsWith(edge)));
    }
}
